import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * One passage that can be found, of any kind of thing. The full-text index `passage_index` beside it
 * (FTS5, in a migration of its own) knows the stems under the same row id, and keeps no text.
 */
export const passage = sqliteTable(
	'passage',
	{
		rowid: integer('rowid').primaryKey({ autoIncrement: true }),
		/** What it is part of: a soort (`verslag`) and its id. */
		soort: text('soort').notNull(),
		objectId: text('object_id').notNull(),
		/** Who may see it is decided on these two. */
		werkplaatsId: text('werkplaats_id').notNull(),
		leeromgevingId: text('leeromgeving_id').notNull(),
		volgorde: integer('volgorde').notNull(),
		tekst: text('tekst').notNull(),
	},
	(t) => [index('passage_object').on(t.soort, t.objectId)],
);
