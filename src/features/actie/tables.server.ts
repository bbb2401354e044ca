import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import { bijeenkomst, bijeenkomstId } from '../bijeenkomst/tables.server.ts';
import type { VervolgSoort } from './staat.ts';

/** What became of an actiepunt after its verslag was vastgesteld, and at any time what it taught. */
export const actievervolg = sqliteTable(
	'actievervolg',
	{
		id: id(),
		/** The bijeenkomst in whose verslag it stands. No key to `actiepunt`: those rows come and go with the text. */
		bijeenkomstId: bijeenkomstId(),
		actiepuntId: text('actiepunt_id').notNull(),
		soort: text('soort').$type<VervolgSoort>().notNull(),
		/** "Wat leerde het ons?", or why it was let go. */
		tekst: text('tekst').notNull().default(''),
		/** Of soort `verschoven`: the new day. */
		wanneer: text('wanneer').notNull().default(''),
		/** In which bijeenkomst that was said. */
		inId: text('in_id').references(() => bijeenkomst.id, { onDelete: 'set null' }),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [index('actievervolg_van').on(t.bijeenkomstId, t.actiepuntId, t.createdAt)],
);
