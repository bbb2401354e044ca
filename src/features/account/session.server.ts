import type { Cookies } from '@sveltejs/kit';
import { and, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { storageTrouble } from '#server/db/trouble.ts';
import { hashToken, newToken } from '#server/session/token.ts';
import { isBlocked } from './account.server.ts';
import { adapter, sessionRow } from './adapter.server.ts';
import { session } from './tables.server.ts';

export const SESSION_COOKIE = '__Host-sessie';

const MINUTE = 60_000;
/** How long a session may be idle, and how long it lasts at most. */
const LIMITS = {
	own: { idle: 8 * 60 * MINUTE, absolute: 7 * 24 * 60 * MINUTE },
	shared: { idle: 30 * MINUTE, absolute: 2 * 60 * MINUTE },
};
const MAX_SESSIONS = 20;
/** `lastSeenAt` is written at most this often: a page of ten requests is one write. */
const TOUCH = MINUTE;

const limitsOf = (sharedDevice: boolean) => (sharedDevice ? LIMITS.shared : LIMITS.own);

const luciaWith = (idle: number) =>
	new Lucia(adapter, {
		sessionExpiresIn: new TimeSpan(idle, 'ms'),
		sessionCookie: { name: SESSION_COOKIE },
		getUserAttributes: (attributes) => attributes,
	});
/** Lucia knows one idle time; a shared device has another. */
const own = luciaWith(LIMITS.own.idle);
const shared = luciaWith(LIMITS.shared.idle);

export interface Session {
	tokenHash: string;
	accountId: string;
	email: string;
	persoonId: string | null;
	sharedDevice: boolean;
	/** When the person logged in: some things ask for a log-in of less than half an hour ago. */
	createdAt: Date;
	absoluteExpiresAt: Date;
	/** True when this request moved the moment of expiry. */
	fresh: boolean;
}

/** Who this token belongs to, or null: unknown, expired, ended, or the account is blocked. */
export async function validateSession(token: string): Promise<Session | null> {
	const tokenHash = hashToken(token);
	const row = sessionRow().get({ tokenHash });
	if (!row) return null;
	if (row.absoluteExpiresAt <= now()) {
		await own.invalidateSession(token);
		return null;
	}
	const found = await (row.sharedDevice ? shared : own).validateSession(token);
	if (!found.session) return null;
	return {
		tokenHash,
		accountId: row.accountId,
		email: found.user.email,
		persoonId: row.persoonId,
		sharedDevice: row.sharedDevice,
		createdAt: row.createdAt,
		absoluteExpiresAt: row.absoluteExpiresAt,
		fresh: touch(row) || found.session.fresh,
	};
}

/**
 * The session that this hash belongs to, if it still holds: for what stays open without asking
 * again. Looking counts as nothing, so a tab that is left open does not keep somebody logged in.
 */
export function stillValid(tokenHash: string) {
	const row = sessionRow().get({ tokenHash });
	if (!row || row.absoluteExpiresAt <= now() || row.expiresAt <= now()) return null;
	return isBlocked(row.accountId) ? null : row;
}

/** The session of a request; a cookie that is worth nothing any more goes away. */
export async function readSession(cookies: Cookies): Promise<Session | null> {
	const token = cookies.get(SESSION_COOKIE);
	if (!token) return null;
	const found = await validateSession(token);
	if (!found) clearSessionCookie(cookies);
	return found;
}

/** Slides the moment of expiry, never past the absolute end. */
function touch(row: typeof session.$inferSelect): boolean {
	const at = now();
	if (at.getTime() - row.lastSeenAt.getTime() < TOUCH) return false;
	const idleEnd = at.getTime() + limitsOf(row.sharedDevice).idle;
	const expiresAt = new Date(Math.min(idleEnd, row.absoluteExpiresAt.getTime()));
	try {
		db()
			.update(session)
			.set({ lastSeenAt: at, expiresAt })
			.where(eq(session.tokenHash, row.tokenHash))
			.run();
		return true;
	} catch (error) {
		// reading goes on when the disk is full or the database is busy; the next request tries again
		if (storageTrouble(error)) return false;
		throw error;
	}
}

export interface NewSession {
	accountId: string;
	persoonId: string | null;
	sharedDevice: boolean;
	device: string;
}

/** Starts a session with a token of its own; the oldest beyond twenty end. */
export async function startSession({ accountId, ...attributes }: NewSession) {
	const token = newToken();
	const { idle, absolute } = limitsOf(attributes.sharedDevice);
	const absoluteExpiresAt = new Date(now().getTime() + absolute);
	const lucia = idle === LIMITS.own.idle ? own : shared;
	await lucia.createSession(accountId, { ...attributes, absoluteExpiresAt }, { sessionId: token });
	endOldest(accountId);
	return { token, absoluteExpiresAt };
}

function endOldest(accountId: string) {
	const oldest = db()
		.select({ tokenHash: session.tokenHash })
		.from(session)
		.where(eq(session.accountId, accountId))
		.orderBy(desc(session.createdAt))
		.limit(1000)
		.offset(MAX_SESSIONS)
		.all();
	const hashes = oldest.map((row) => row.tokenHash);
	if (hashes.length) db().delete(session).where(inArray(session.tokenHash, hashes)).run();
}

/** Puts the token in the browser for as long as the session can last. */
export function setSessionCookie(
	cookies: Cookies,
	token: string,
	{ absoluteExpiresAt }: { absoluteExpiresAt: Date },
) {
	cookies.set(SESSION_COOKIE, token, {
		path: '/',
		secure: true,
		httpOnly: true,
		sameSite: 'lax',
		maxAge: Math.max(0, Math.ceil((absoluteExpiresAt.getTime() - now().getTime()) / 1000)),
	});
}

export function clearSessionCookie(cookies: Cookies) {
	cookies.delete(SESSION_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
}

/** The sessions of an account that are still open, the latest first. */
export const listSessions = (accountId: string) =>
	db()
		.select({
			tokenHash: session.tokenHash,
			device: session.device,
			sharedDevice: session.sharedDevice,
			createdAt: session.createdAt,
			lastSeenAt: session.lastSeenAt,
		})
		.from(session)
		.where(and(eq(session.accountId, accountId), gt(session.expiresAt, now())))
		.orderBy(desc(session.lastSeenAt))
		.all();

/** Ends one session of this account; of another account it finds nothing. */
export function endSession(accountId: string, tokenHash: string) {
	const { changes } = db()
		.delete(session)
		.where(and(eq(session.accountId, accountId), eq(session.tokenHash, tokenHash)))
		.run();
	if (changes) write(accountId, 'session.end');
}

const write = (accountId: string, action: string) =>
	record({ actor: accountId, action, object: `account:${accountId}` });

/** The account itself ends all its other sessions. */
export function endOtherSessions({ accountId, tokenHash }: Session) {
	endAccountSessions(accountId, tokenHash);
	write(accountId, 'session.end-others');
}

/** Ends all sessions of an account, but for the one given. */
export function endAccountSessions(accountId: string, except = '') {
	db()
		.delete(session)
		.where(and(eq(session.accountId, accountId), ne(session.tokenHash, except)))
		.run();
}

/** From now on this session acts as another persoon of the same account. */
export function updateSessionPersoon(tokenHash: string, persoonId: string | null) {
	db().update(session).set({ persoonId }).where(eq(session.tokenHash, tokenHash)).run();
}

/** For the list of jobs: expired sessions go away. */
export const removeExpiredSessions = () => own.deleteExpiredSessions();
