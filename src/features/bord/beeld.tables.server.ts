import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { persoon } from '../persoon/tables.server.ts';
import type { InzichtSoort } from './soort.ts';
import { bordId } from './tables.server.ts';

/** Projected from the document: nothing else writes these five. Each `id` is of the document. */
export const bordgroep = sqliteTable(
	'bordgroep',
	{
		bordId: bordId(),
		id: text('id').notNull(),
		naam: text('naam').notNull(),
		volgorde: integer('volgorde').notNull(),
	},
	(t) => [primaryKey({ columns: [t.bordId, t.id] })],
);

export const bordplek = sqliteTable(
	'bordplek',
	{
		bordId: bordId(),
		briefjeId: text('briefje_id').notNull(),
		/** Null: it lies loose. */
		groepId: text('groep_id'),
		volgorde: integer('volgorde').notNull(),
	},
	(t) => [primaryKey({ columns: [t.bordId, t.briefjeId] })],
);

export const bordinzicht = sqliteTable(
	'bordinzicht',
	{
		bordId: bordId(),
		id: text('id').notNull(),
		soort: text('soort').$type<InzichtSoort>().notNull(),
		tekst: text('tekst').notNull(),
		/** The second voice of a spanning. */
		tegen: text('tegen').notNull().default(''),
		volgorde: integer('volgorde').notNull(),
	},
	(t) => [primaryKey({ columns: [t.bordId, t.id] })],
);

/** From which briefjes, groups and inzichten an inzicht or an afspraak comes: from action back to story. */
export const bordherkomst = sqliteTable(
	'bordherkomst',
	{
		bordId: bordId(),
		vanId: text('van_id').notNull(),
		uitId: text('uit_id').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.bordId, t.vanId, t.uitId] }),
		index('bordherkomst_uit').on(t.bordId, t.uitId),
	],
);

export const bordafspraak = sqliteTable(
	'bordafspraak',
	{
		bordId: bordId(),
		id: text('id').notNull(),
		wat: text('wat').notNull(),
		wieId: text('wie_id').references(() => persoon.id, { onDelete: 'set null' }),
		/** As written, of who is nobody of the werkplaats. Both empty: of nobody yet. */
		wie: text('wie').notNull(),
		/** As written. */
		wanneer: text('wanneer').notNull(),
		/** How they will see that it helped. */
		effect: text('effect').notNull(),
		volgorde: integer('volgorde').notNull(),
	},
	(t) => [primaryKey({ columns: [t.bordId, t.id] }), index('bordafspraak_wie').on(t.wieId)],
);
