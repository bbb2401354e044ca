import { randomInt } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { TooMany } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { limit } from '#server/limits.ts';
import { queueMail } from '#server/mail/outbox.ts';
import { hmac } from '#server/secrets.ts';
import { hashToken, newToken } from '#server/session/token.ts';
import { hit, waitFor } from '#server/throttle.ts';
import { findAccount, isBlocked, sameEmail, type Account } from './account.server.ts';
import { inlogBrief, wachtwoordBrief } from './brief.ts';
import { forgiveLogin } from './login.server.ts';
import { account, inlogbewijs } from './tables.server.ts';

const MINUTE = 60_000;
const HOUR_SECONDS = 60 * 60;
const LINK_LASTS = { inloggen: 15 * MINUTE, wachtwoord: 60 * MINUTE, email: 60 * MINUTE };
const CODE_LASTS = 10 * MINUTE;
const MAX_TRIES = 5;
const KEEP = 7 * 24 * 60 * MINUTE;

type Soort = keyof typeof LINK_LASTS;
type Row = typeof inlogbewijs.$inferSelect;
export type LinkState = 'goed' | 'gebruikt' | 'te-laat' | 'onbekend';

const perAddress = () => ({
	name: 'mail-address',
	max: limit('mailsPerAddress'),
	seconds: HOUR_SECONDS,
});
const perRecipient = () => ({
	name: 'mail-to',
	max: limit('mailsPerRecipient'),
	seconds: HOUR_SECONDS,
});
const inTotal = () => ({ name: 'mail-total', max: limit('mailsTotal'), seconds: HOUR_SECONDS });

/** Counts a mail to this address; false when it got too many already, or the server sent too many. */
export function mayMail(email: string): boolean {
	const to = sameEmail(email);
	if (waitFor(perRecipient(), to) > 0 || waitFor(inTotal(), '') > 0) return false;
	hit(perRecipient(), to);
	hit(inTotal(), '');
	return true;
}

/**
 * Mails a link, and for logging in a code, when the address is known. What comes back, and the
 * work that is done, is the same when it is not: nobody learns who has an account.
 * @returns the name of the request, to type the code with
 */
export function requestBewijs(
	soort: 'inloggen' | 'wachtwoord',
	email: string,
	address: string,
): string {
	const wait = waitFor(perAddress(), address);
	if (wait > 0) throw new TooMany(wait);
	return db().transaction(() => {
		hit(perAddress(), address);
		const allowed = mayMail(email);
		const found = findAccount(email);
		const id = newId();
		if (allowed && found && !isBlocked(found.id)) createBewijs(id, soort, found);
		return id;
	});
}

function createBewijs(
	id: string,
	soort: 'inloggen' | 'wachtwoord',
	{ id: accountId, email }: Account,
) {
	const token = newToken();
	const code = String(randomInt(1_000_000)).padStart(6, '0');
	const start = now().getTime();
	const login = soort === 'inloggen';
	db()
		.insert(inlogbewijs)
		.values({
			id,
			accountId,
			soort,
			tokenHash: hashToken(token),
			codeHash: login ? codeHash(id, code) : null,
			codeVerlooptOp: login ? new Date(start + CODE_LASTS) : null,
			verlooptOp: new Date(start + LINK_LASTS[soort]),
		})
		.run();
	const path = login ? '/inloggen/link' : '/wachtwoord';
	const link = `${config().origin}${path}/${token}`;
	queueMail({ to: email, ...(login ? inlogBrief(link, code) : wachtwoordBrief(link)) });
}

/** A code alone is a million possibilities: it counts only together with its request. */
const codeHash = (id: string, code: string) => hmac('inlogcode', `${id}:${code}`);

const findByToken = (soort: Soort, token: string): Row | undefined =>
	db()
		.select()
		.from(inlogbewijs)
		.where(and(eq(inlogbewijs.tokenHash, hashToken(token)), eq(inlogbewijs.soort, soort)))
		.get();

/** What a link is worth, without using it: mail programs open links to look at them. */
export function detailLink(soort: Soort, token: string): { state: LinkState; email?: string } {
	const row = findByToken(soort, token);
	if (!row) return { state: 'onbekend' };
	if (row.gebruiktOp) return { state: 'gebruikt' };
	if (row.verlooptOp <= now() || isBlocked(row.accountId)) return { state: 'te-laat' };
	const owner = db().select().from(account).where(eq(account.id, row.accountId)).get();
	return { state: 'goed', email: row.email || owner?.email };
}

/** Uses the link up; the account it proves, or nothing when somebody was first or it is too late. */
export function useLink(soort: Soort, token: string): string | undefined {
	const row = findByToken(soort, token);
	return row && row.verlooptOp > now() ? use(row) : undefined;
}

/** Uses the code up. Five wrong ones and only the link is left. */
export function useCode(id: string, code: string): string | undefined {
	const valid = and(
		eq(inlogbewijs.id, id),
		gt(inlogbewijs.codeVerlooptOp, now()),
		lt(inlogbewijs.pogingen, MAX_TRIES),
		isNull(inlogbewijs.gebruiktOp),
	);
	const row = db()
		.update(inlogbewijs)
		.set({ pogingen: sql`${inlogbewijs.pogingen} + 1` })
		.where(valid)
		.returning()
		.get();
	const digits = code.replaceAll(/\D/g, '');
	return row && row.codeHash === codeHash(id, digits) ? use(row) : undefined;
}

/** Of two clicks one wins. The other open proofs of this kind go with it. */
function use({ id, accountId, soort }: Row): string | undefined {
	if (isBlocked(accountId)) return undefined;
	const open = and(isNull(inlogbewijs.gebruiktOp), eq(inlogbewijs.soort, soort));
	return db().transaction(() => {
		const won = db()
			.update(inlogbewijs)
			.set({ gebruiktOp: now() })
			.where(and(eq(inlogbewijs.id, id), open))
			.returning({ id: inlogbewijs.id })
			.get();
		if (!won) return undefined;
		db()
			.update(inlogbewijs)
			.set({ gebruiktOp: now() })
			.where(and(eq(inlogbewijs.accountId, accountId), open))
			.run();
		const owner = db().select().from(account).where(eq(account.id, accountId)).get();
		if (owner) forgiveLogin(owner.email);
		return accountId;
	});
}

/**
 * What is still on its way opens nothing any more: it went to an address, or proves a password, of
 * before. A used one stays, so that a late click hears what happened.
 */
export function forgetBewijzen(accountId: string) {
	db()
		.delete(inlogbewijs)
		.where(and(eq(inlogbewijs.accountId, accountId), isNull(inlogbewijs.gebruiktOp)))
		.run();
}

/** For the list of jobs: proofs of more than a week ago. Until then a late click gets an answer. */
export function removeOldBewijzen() {
	db()
		.delete(inlogbewijs)
		.where(lt(inlogbewijs.verlooptOp, new Date(now().getTime() - KEEP)))
		.run();
}
