import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import { bordId } from './tables.server.ts';

/** What people of a team saw come back over its borden. */
export const bordthema = sqliteTable(
	'bordthema',
	{
		id: id(),
		leeromgevingId: text('leeromgeving_id')
			.notNull()
			.references(() => leeromgeving.id, { onDelete: 'cascade' }),
		naam: text('naam').notNull(),
		door: text('door'),
		createdAt: createdAt(),
		...changed,
	},
	(t) => [uniqueIndex('bordthema_naam').on(t.leeromgevingId, t.naam)],
);

/** A group that belongs to it. A group is a thing of the document. */
export const bordthemagroep = sqliteTable(
	'bordthemagroep',
	{
		themaId: text('thema_id')
			.notNull()
			.references(() => bordthema.id, { onDelete: 'cascade' }),
		bordId: bordId(),
		groepId: text('groep_id').notNull(),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.themaId, t.bordId, t.groepId] }),
		index('bordthemagroep_bord').on(t.bordId),
	],
);
