import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt } from '../../server/db/columns.ts';

/** One live document. `name` is `verslag/<id>`; there is no row before the first edit. */
export const document = sqliteTable('document', {
	name: text('name').primaryKey(),
	/** Raised by restore and purge: a client with an older one drops its copy. */
	epoch: integer('epoch').notNull().default(1),
	/** The last update in the log that `project` has seen. */
	projectedSeq: integer('projected_seq').notNull().default(0),
	createdAt: createdAt(),
});

/** What came in, in order; what stands here is what others may see. */
export const documentUpdate = sqliteTable(
	'document_update',
	{
		seq: integer('seq').primaryKey({ autoIncrement: true }),
		name: text('name').notNull(),
		/** A Yjs update (v1); several of one batch are merged. */
		data: blob('data', { mode: 'buffer' }).notNull(),
		/** Whose it is; null is the program itself. */
		persoonId: text('persoon_id'),
		createdAt: createdAt(),
	},
	(t) => [index('document_update_name').on(t.name, t.seq)],
);

/** The whole document up to an update. The one before the last is kept, for when a disk lies. */
export const documentSnapshot = sqliteTable(
	'document_snapshot',
	{
		name: text('name').notNull(),
		seq: integer('seq').notNull(),
		/** The second of two that hold the same, kept instead of a long log. */
		copy: integer('copy').notNull().default(0),
		/** A Yjs update (v1) of the whole document, compressed with zstd: as it is sent to who joins. */
		state: blob('state', { mode: 'buffer' }).notNull(),
		/** SHA-256 of `state`. */
		hash: text('hash').notNull(),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.name, t.seq, t.copy] })],
);

/** Which persoon a client id of a document belongs to; nobody else may write under it. */
export const documentClient = sqliteTable(
	'document_client',
	{
		name: text('name').notNull(),
		client: integer('client').notNull(),
		persoonId: text('persoon_id'),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.name, t.client] })],
);

/** A document that could not be loaded, with when and why; its rows are left as they are. */
export const documentDamage = sqliteTable('document_damage', {
	name: text('name').primaryKey(),
	reason: text('reason').notNull(),
	createdAt: createdAt(),
});
