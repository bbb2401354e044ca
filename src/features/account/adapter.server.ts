import { and, eq, isNull, lte, notExists, sql } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
import { hashToken } from '#server/session/token.ts';
import { account, accountBlokkade, session } from './tables.server.ts';

declare module 'lucia' {
	interface Register {
		Lucia: import('lucia').Lucia<Record<never, never>, { email: string }>;
		DatabaseSessionAttributes: {
			persoonId: string | null;
			sharedDevice: boolean;
			device: string;
			absoluteExpiresAt: Date;
		};
		DatabaseUserAttributes: { email: string };
	}
}

const notBlocked = () =>
	notExists(
		db()
			.select({ id: accountBlokkade.id })
			.from(accountBlokkade)
			.where(and(eq(accountBlokkade.accountId, account.id), isNull(accountBlokkade.opgehevenOp))),
	);

/** The row of a session, by the hash of its token. */
export const sessionRow = prepared((db) =>
	db
		.select()
		.from(session)
		.where(eq(session.tokenHash, sql.placeholder('tokenHash')))
		.prepare(),
);

const owners = prepared((db) =>
	db
		.select({ id: account.id, email: account.email })
		.from(account)
		.where(and(eq(account.id, sql.placeholder('accountId')), notBlocked()))
		.prepare(),
);

const attributesOf = (row: typeof session.$inferSelect) => ({
	persoonId: row.persoonId,
	sharedDevice: row.sharedDevice,
	device: row.device,
	absoluteExpiresAt: row.absoluteExpiresAt,
});

/**
 * Lucia's "session id" is the secret in the cookie; only its SHA-256 is stored. Lucia never sees
 * the hash, except in `getUserSessions`, where the secret is unknown and the hash stands in.
 */
export const adapter: Adapter = {
	/** A blocked account counts as no account: Lucia then removes the session. */
	async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const row = sessionRow().get({ tokenHash: hashToken(token) });
		if (!row) return [null, null];
		const owner = owners().get({ accountId: row.accountId });
		return [
			{
				id: token,
				userId: row.accountId,
				expiresAt: row.expiresAt,
				attributes: attributesOf(row),
			},
			owner ? { id: owner.id, attributes: { email: owner.email } } : null,
		];
	},
	async getUserSessions(accountId) {
		const rows = db().select().from(session).where(eq(session.accountId, accountId)).all();
		return rows.map((row) => ({
			id: row.tokenHash,
			userId: accountId,
			expiresAt: row.expiresAt,
			attributes: attributesOf(row),
		}));
	},
	async setSession({ id, userId, expiresAt, attributes }) {
		db()
			.insert(session)
			.values({
				tokenHash: hashToken(id),
				accountId: userId,
				lastSeenAt: now(),
				expiresAt,
				...attributes,
			})
			.run();
	},
	async updateSessionExpiration(token, expiresAt) {
		db()
			.update(session)
			.set({ expiresAt })
			.where(eq(session.tokenHash, hashToken(token)))
			.run();
	},
	async deleteSession(token) {
		db()
			.delete(session)
			.where(eq(session.tokenHash, hashToken(token)))
			.run();
	},
	async deleteUserSessions(accountId) {
		db().delete(session).where(eq(session.accountId, accountId)).run();
	},
	async deleteExpiredSessions() {
		db().delete(session).where(lte(session.expiresAt, now())).run();
	},
};
