import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import { bijeenkomst } from '../bijeenkomst/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import type { TekstNode } from '../tekst/node.ts';
import type { VersieSoort } from './soort.ts';

const bijeenkomstId = () =>
	text('bijeenkomst_id')
		.notNull()
		.references(() => bijeenkomst.id, { onDelete: 'cascade' });

/** The verslag is up for a check: who takes part proposes instead of writes. Until withdrawn. */
export const controle = sqliteTable('controle', {
	id: id(),
	bijeenkomstId: bijeenkomstId(),
	door: text('door'),
	createdAt: createdAt(),
	ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
	ingetrokkenDoor: text('ingetrokken_door'),
});

/** The text as it was when it was vastgesteld; from then on nobody changes it. */
export const vaststelling = sqliteTable('vaststelling', {
	bijeenkomstId: bijeenkomstId().primaryKey(),
	inhoud: text('inhoud', { mode: 'json' }).$type<TekstNode>().notNull(),
	/** SHA-256 of `inhoud`. */
	hash: text('hash').notNull(),
	door: text('door'),
	createdAt: createdAt(),
});

export const erratum = sqliteTable('erratum', {
	id: id(),
	bijeenkomstId: bijeenkomstId(),
	tekst: text('tekst').notNull(),
	door: text('door'),
	createdAt: createdAt(),
});

/** How the text was at a moment; `door` named it, `schrijvers` wrote since the one before. */
export const versie = sqliteTable(
	'versie',
	{
		id: id(),
		bijeenkomstId: bijeenkomstId(),
		soort: text('soort').$type<VersieSoort>().notNull(),
		naam: text('naam').notNull().default(''),
		/** JSON of nodes, gzipped. */
		inhoud: blob('inhoud', { mode: 'buffer' }).notNull(),
		hash: text('hash').notNull(),
		woorden: integer('woorden').notNull(),
		schrijvers: text('schrijvers', { mode: 'json' }).$type<string[]>().notNull(),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [index('versie_bijeenkomst').on(t.bijeenkomstId, t.createdAt)],
);

/** Who wrote since the last versie, and when; emptied when one is made. */
export const verslagSchrijver = sqliteTable(
	'verslag_schrijver',
	{
		bijeenkomstId: bijeenkomstId(),
		persoonId: text('persoon_id')
			.notNull()
			.references(() => persoon.id, { onDelete: 'cascade' }),
		eerst: integer('eerst', { mode: 'timestamp_ms' }).notNull(),
		laatst: integer('laatst', { mode: 'timestamp_ms' }).notNull(),
	},
	(t) => [primaryKey({ columns: [t.bijeenkomstId, t.persoonId] })],
);

/** Projected from the text: nothing else writes these four. `id` is the id of the node. */
export const actiepunt = sqliteTable(
	'actiepunt',
	{
		bijeenkomstId: bijeenkomstId(),
		id: text('id').notNull(),
		volgorde: integer('volgorde').notNull(),
		tekst: text('tekst').notNull(),
		/** As written; `wieId` when it is somebody of the werkplaats. */
		wie: text('wie').notNull(),
		wieId: text('wie_id').references(() => persoon.id, { onDelete: 'set null' }),
		/** `YYYY-MM-DD`, or empty. */
		wanneer: text('wanneer').notNull(),
		klaar: integer('klaar', { mode: 'boolean' }).notNull(),
	},
	(t) => [primaryKey({ columns: [t.bijeenkomstId, t.id] })],
);

export const besluit = sqliteTable(
	'besluit',
	{
		bijeenkomstId: bijeenkomstId(),
		id: text('id').notNull(),
		volgorde: integer('volgorde').notNull(),
		tekst: text('tekst').notNull(),
	},
	(t) => [primaryKey({ columns: [t.bijeenkomstId, t.id] })],
);

/** What somebody wrote in a verslag on a day; later the log of a student starts from it. */
export const bijdrage = sqliteTable(
	'bijdrage',
	{
		bijeenkomstId: bijeenkomstId(),
		persoonId: text('persoon_id')
			.notNull()
			.references(() => persoon.id, { onDelete: 'cascade' }),
		dag: text('dag').notNull(),
		/** Characters typed or pasted; `woorden` is derived from them. */
		tekens: integer('tekens').notNull().default(0),
		woorden: integer('woorden').notNull(),
		wijzigingen: integer('wijzigingen').notNull(),
	},
	(t) => [primaryKey({ columns: [t.bijeenkomstId, t.persoonId, t.dag] })],
);
