import { integer, sqliteTable, text, primaryKey } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from './db/columns.ts';

/** A form that was sent once: sending it again gives the same outcome. */
export const formRequest = sqliteTable(
	'form_request',
	{
		key: text('key').notNull(),
		/** Who sent it and to which action, so that nobody can read another's outcome. */
		scope: text('scope').notNull(),
		outcome: text('outcome', { mode: 'json' }).$type<unknown>(),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.key, t.scope] })],
);

/** What somebody filled in so far in a form of several steps. It goes away when the last is sent. */
export const draft = sqliteTable('draft', {
	key: text('key').primaryKey(),
	values: text('values', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export interface MailAttachment {
	name: string;
	type: string;
	text: string;
}

/** Mail on its way. The text goes once it is sent: what stays is that it was sent. */
export const mail = sqliteTable('mail', {
	id: id(),
	recipient: text('recipient').notNull(),
	subject: text('subject').notNull(),
	body: text('body'),
	/** One file with it, such as an appointment; it goes with the text. */
	attachment: text('attachment', { mode: 'json' }).$type<MailAttachment>(),
	createdAt: createdAt(),
	attempts: integer('attempts').notNull().default(0),
	nextAttemptAt: integer('next_attempt_at', { mode: 'timestamp_ms' }).notNull(),
	sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
	failedAt: integer('failed_at', { mode: 'timestamp_ms' }),
});

/** Failures that slow somebody down; kept on disk so that a restart does not reset them. */
export const throttle = sqliteTable('throttle', {
	/** What is counted, hashed: an account or an address is not readable here. */
	key: text('key').primaryKey(),
	count: integer('count').notNull(),
	windowStart: integer('window_start', { mode: 'timestamp_ms' }).notNull(),
});

/** Who did what to what, and with which result (BIO2 8.15.01). Rows form a hash chain. */
export const audit = sqliteTable('audit', {
	seq: integer('seq').primaryKey({ autoIncrement: true }),
	at: createdAt(),
	/** Empty for what concerns the installation. */
	werkplaatsId: text('werkplaats_id'),
	actor: text('actor').notNull(),
	action: text('action').notNull(),
	object: text('object').notNull(),
	result: text('result').notNull(),
	previousHash: text('previous_hash').notNull(),
	hash: text('hash').notNull(),
});
