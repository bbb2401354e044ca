import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import { bijeenkomst, bijeenkomstId } from '../bijeenkomst/tables.server.ts';
import { bordId } from '../bord/tables.server.ts';
import type { VervolgSoort } from './staat.ts';

/** What became of it, and at any time what it taught. */
const vervolg = () => ({
	id: id(),
	soort: text('soort').$type<VervolgSoort>().notNull(),
	/** "Wat leerde het ons?", or why it was let go. */
	tekst: text('tekst').notNull().default(''),
	/** Of soort `verschoven`: the new day. */
	wanneer: text('wanneer').notNull().default(''),
	/** In which bijeenkomst that was said. */
	inId: text('in_id').references(() => bijeenkomst.id, { onDelete: 'set null' }),
	door: text('door'),
	createdAt: createdAt(),
});

/** What became of an actiepunt after its verslag was vastgesteld, and at any time what it taught. */
export const actievervolg = sqliteTable(
	'actievervolg',
	{
		...vervolg(),
		/** The bijeenkomst in whose verslag it stands. No key to `actiepunt`: those rows come and go with the text. */
		bijeenkomstId: bijeenkomstId(),
		actiepuntId: text('actiepunt_id').notNull(),
	},
	(t) => [index('actievervolg_van').on(t.bijeenkomstId, t.actiepuntId, t.createdAt)],
);

/** What became of an afspraak of a bord: it is never said on the bord itself. */
export const afspraakvervolg = sqliteTable(
	'afspraakvervolg',
	{
		...vervolg(),
		/** No key to `bordafspraak`: those rows come and go with the table. */
		bordId: bordId(),
		afspraakId: text('afspraak_id').notNull(),
	},
	(t) => [index('afspraakvervolg_van').on(t.bordId, t.afspraakId, t.createdAt)],
);
