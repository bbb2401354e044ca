import { sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';

/** One way in: an e-mail address, with a password or without. It is not a person. */
export const account = sqliteTable(
	'account',
	{
		id: id(),
		email: text('email').notNull(),
		wachtwoordHash: text('wachtwoord_hash'),
		createdAt: createdAt(),
	},
	(t) => [uniqueIndex('account_email').on(sql`lower(${t.email})`)],
);

/** An account that may not log in, until `opgehevenOp`. */
export const accountBlokkade = sqliteTable('account_blokkade', {
	id: id(),
	accountId: text('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' }),
	op: createdAt(),
	door: text('door'),
	reden: text('reden').notNull().default(''),
	opgehevenOp: integer('opgeheven_op', { mode: 'timestamp_ms' }),
});

/** A log-in session. Only the SHA-256 of the token is kept. Times are epoch milliseconds. */
export const session = sqliteTable('session', {
	tokenHash: text('token_hash').primaryKey(),
	accountId: text('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' }),
	/** As whom: the account's persoon in the werkplaats that is open now. */
	persoonId: text('persoon_id'),
	createdAt: createdAt(),
	lastSeenAt: integer('last_seen_at', { mode: 'timestamp_ms' }).notNull(),
	expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
	absoluteExpiresAt: integer('absolute_expires_at', { mode: 'timestamp_ms' }).notNull(),
	sharedDevice: integer('shared_device', { mode: 'boolean' }).notNull().default(false),
	device: text('device').notNull().default(''),
});

/** A browser that logged in to this account before: its mistakes are counted apart (throttling). */
export const apparaat = sqliteTable(
	'apparaat',
	{
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		tokenHash: text('token_hash').notNull(),
		lastSeenAt: integer('last_seen_at', { mode: 'timestamp_ms' }).notNull(),
	},
	(t) => [primaryKey({ columns: [t.accountId, t.tokenHash] })],
);

/**
 * A single-use proof that somebody reads the mail of an account: a link, and for logging in a code.
 * For `email` it is the address that the account gets when the link is used.
 */
export const inlogbewijs = sqliteTable('inlogbewijs', {
	id: id(),
	accountId: text('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' }),
	soort: text('soort').$type<'inloggen' | 'wachtwoord' | 'email'>().notNull(),
	email: text('email').notNull().default(''),
	tokenHash: text('token_hash').notNull().unique(),
	codeHash: text('code_hash'),
	codeVerlooptOp: integer('code_verloopt_op', { mode: 'timestamp_ms' }),
	pogingen: integer('pogingen').notNull().default(0),
	verlooptOp: integer('verloopt_op', { mode: 'timestamp_ms' }).notNull(),
	gebruiktOp: integer('gebruikt_op', { mode: 'timestamp_ms' }),
	createdAt: createdAt(),
});
