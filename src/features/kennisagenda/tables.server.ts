import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { periode, werkplaatsId } from '../werkplaats/tables.server.ts';

export const kennisagenda = sqliteTable('kennisagenda', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	titel: text('titel').notNull(),
	doel: text('doel').notNull().default(''),
	createdAt: createdAt(),
	...changed,
});

export const thema = sqliteTable('thema', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	volgnummer: integer('volgnummer').notNull(),
	titel: text('titel').notNull(),
	omschrijving: text('omschrijving').notNull().default(''),
	landelijkThema: text('landelijk_thema').notNull().default(''),
	/** Why an explored thema led to nothing: printed, never hidden. */
	zonderResultaat: text('zonder_resultaat').notNull().default(''),
	createdAt: createdAt(),
	...changed,
});

/** A thema chosen for a periode. A thema without a row stays on the agenda. */
export const themaKeuze = sqliteTable(
	'thema_keuze',
	{
		themaId: text('thema_id')
			.notNull()
			.references(() => thema.id, { onDelete: 'cascade' }),
		periodeId: text('periode_id')
			.notNull()
			.references(() => periode.id, { onDelete: 'cascade' }),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.themaId, t.periodeId] })],
);
