import { and, eq, isNull, sql } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
import { newId } from '#server/id.ts';
import { hashToken, newToken } from '#server/session/token.ts';
import { account, accountBlokkade, apparaat } from './tables.server.ts';

export type Account = typeof account.$inferSelect;

/** One way of writing an address: two spellings are one account. */
export const sameEmail = (email: string) => email.trim().normalize('NFC').toLowerCase();

export const findAccount = (email: string): Account | undefined =>
	db()
		.select()
		.from(account)
		.where(eq(sql`lower(${account.email})`, sameEmail(email)))
		.get();

export const detailAccount = (accountId: string): Account | undefined =>
	db().select().from(account).where(eq(account.id, accountId)).get();

/** A new way in. The address must not have one yet: the table refuses a second. */
export function createAccount(given: { email: string; wachtwoordHash?: string }): string {
	const id = newId();
	db()
		.insert(account)
		.values({ id, email: sameEmail(given.email), wachtwoordHash: given.wachtwoordHash })
		.run();
	return id;
}

/** Until somebody lifts it, a blocked account cannot log in and has no session. */
export const isBlocked = (accountId: string): boolean => !!blocks().get({ accountId });

const blocks = prepared((db) =>
	db
		.select({ id: accountBlokkade.id })
		.from(accountBlokkade)
		.where(
			and(
				eq(accountBlokkade.accountId, sql.placeholder('accountId')),
				isNull(accountBlokkade.opgehevenOp),
			),
		)
		.prepare(),
);

/** True when this browser logged in to this account before. */
export function isKnownDevice(accountId: string, token: string | undefined): boolean {
	if (!token) return false;
	const same = and(eq(apparaat.accountId, accountId), eq(apparaat.tokenHash, hashToken(token)));
	return !!db().select({ at: apparaat.lastSeenAt }).from(apparaat).where(same).get();
}

/** Remembers this browser for the account; returns the token to keep in its cookie. */
export function rememberDevice(accountId: string, token = newToken()): string {
	const values = { accountId, tokenHash: hashToken(token), lastSeenAt: now() };
	db()
		.insert(apparaat)
		.values(values)
		.onConflictDoUpdate({
			target: [apparaat.accountId, apparaat.tokenHash],
			set: { lastSeenAt: values.lastSeenAt },
		})
		.run();
	return token;
}
