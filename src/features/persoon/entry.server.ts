import type { RequestEvent } from '@sveltejs/kit';
import { and, asc, desc, eq } from 'drizzle-orm';
import { rememberDevice } from '#features/account/account.server.ts';
import { recordLogin, type Visitor } from '#features/account/login.server.ts';
import {
	clearSessionCookie,
	endSession,
	setSessionCookie,
	startSession,
	updateSessionPersoon,
	type Session,
} from '#features/account/session.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { db } from '#server/db/db.ts';
import { NotFound } from '#server/errors.ts';
import { addressKey } from '#server/http/address.ts';
import { deviceLabel } from '#server/session/device.ts';
import { accountPersoon } from './tables.server.ts';

/** Marks a browser that logged in before, so that a stranger's mistakes do not lock it out. */
const DEVICE_COOKIE = '__Host-apparaat';
const DEVICE_LASTS = 180 * 24 * 60 * 60;

type Event = Pick<RequestEvent, 'cookies' | 'request' | 'locals' | 'getClientAddress'>;

export const visitorOf = (event: Event): Visitor => ({
	address: addressKey(event.getClientAddress()),
	apparaat: event.cookies.get(DEVICE_COOKIE),
});

interface Entry {
	accountId: string;
	/** As whom; otherwise the latest persoon of the account. */
	persoonId?: string;
	sharedDevice?: boolean;
}

/** Logs this browser in with a session of its own; the one it had ends. */
export async function enter(event: Event, { accountId, persoonId, sharedDevice = false }: Entry) {
	const old = event.locals.session;
	if (old) endSession(old.accountId, old.tokenHash);
	const started = await startSession({
		accountId,
		persoonId: persoonId ?? latestPersoon(accountId),
		sharedDevice,
		device: deviceLabel(event.request.headers.get('user-agent')),
	});
	setSessionCookie(event.cookies, started.token, started);
	recordLogin(accountId, 'ok');
	if (!sharedDevice) remember(event, accountId);
}

function remember({ cookies }: Event, accountId: string) {
	const token = rememberDevice(accountId, cookies.get(DEVICE_COOKIE));
	const options = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
	cookies.set(DEVICE_COOKIE, token, { ...options, maxAge: DEVICE_LASTS });
}

export function leave({ cookies, locals }: Event) {
	if (locals.session) endSession(locals.session.accountId, locals.session.tokenHash);
	clearSessionCookie(cookies);
}

/** The session of a page that needs one; without it the page does not exist. */
export function sessionOf({ session }: Pick<App.Locals, 'session'>): Session {
	if (!session) throw new NotFound();
	return session;
}

const latestPersoon = (accountId: string): string | null =>
	db()
		.select({ id: accountPersoon.persoonId })
		.from(accountPersoon)
		.where(eq(accountPersoon.accountId, accountId))
		.orderBy(desc(accountPersoon.createdAt))
		.get()?.id ?? null;

/** The werkplaatsen that an account opens. */
export const listEigenWerkplaatsen = ({ accountId, persoonId }: Session) =>
	db()
		.select({ persoonId: accountPersoon.persoonId, naam: werkplaats.naam, kleed: werkplaats.kleed })
		.from(accountPersoon)
		.innerJoin(werkplaats, eq(werkplaats.id, accountPersoon.werkplaatsId))
		.where(eq(accountPersoon.accountId, accountId))
		.orderBy(asc(werkplaats.naam))
		.all()
		.map((row) => ({ ...row, nu: row.persoonId === persoonId }));

/** Goes on in another werkplaats of the same account. */
export function updateEigenWerkplaats({ accountId, tokenHash }: Session, persoonId: string) {
	const own = and(eq(accountPersoon.accountId, accountId), eq(accountPersoon.persoonId, persoonId));
	if (!db().select({ id: accountPersoon.persoonId }).from(accountPersoon).where(own).get())
		throw new NotFound();
	updateSessionPersoon(tokenHash, persoonId);
}
