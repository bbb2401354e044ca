import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import { bijeenkomst } from '../bijeenkomst/tables.server.ts';

/** A picture in a verslag. The file is named after the id, in the folder of files. */
export const afbeelding = sqliteTable('afbeelding', {
	id: id(),
	bijeenkomstId: text('bijeenkomst_id')
		.notNull()
		.references(() => bijeenkomst.id, { onDelete: 'cascade' }),
	soort: text('soort').notNull(),
	bytes: integer('bytes').notNull(),
	breedte: integer('breedte').notNull(),
	hoogte: integer('hoogte').notNull(),
	door: text('door'),
	createdAt: createdAt(),
});
