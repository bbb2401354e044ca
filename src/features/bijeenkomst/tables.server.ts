import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { schrijfdatum } from '../datum/column.server.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import { organisatie } from '../partner/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { periode, werkplaatsId } from '../werkplaats/tables.server.ts';
import type { BijeenkomstSoort, Fase, Pauze, TitelSoort } from './soort.ts';

/** Bijeenkomsten that belong together; legal with a number only, or not even that. */
export const reeks = sqliteTable(
	'reeks',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		leeromgevingId: text('leeromgeving_id').references(() => leeromgeving.id, {
			onDelete: 'cascade',
		}),
		titel: text('titel').notNull(),
		soort: text('soort').$type<BijeenkomstSoort>().notNull(),
		soortAnders: text('soort_anders').notNull().default(''),
		/** How many there were by what somebody wrote; null when nobody counted. */
		aantal: integer('aantal'),
		circa: integer('circa', { mode: 'boolean' }).notNull().default(false),
		datum: schrijfdatum('datum'),
		periodeId: text('periode_id').references(() => periode.id, { onDelete: 'set null' }),
		toelichting: text('toelichting').notNull().default(''),
		bron: text('bron').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
		weggehaaldOp: integer('weggehaald_op', { mode: 'timestamp_ms' }),
		weggehaaldDoor: text('weggehaald_door'),
		...changed,
	},
	(t) => [index('reeks_werkplaats').on(t.werkplaatsId, t.leeromgevingId)],
);

/** One bijeenkomst. Its verslag is the live document `verslag/<id>`. */
export const bijeenkomst = sqliteTable(
	'bijeenkomst',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		/** In whose ruimte it is held; null when it is of the whole werkplaats. Who joins in: `organisator`. */
		leeromgevingId: text('leeromgeving_id').references(() => leeromgeving.id, {
			onDelete: 'cascade',
		}),
		soort: text('soort').$type<BijeenkomstSoort>().notNull().default('team'),
		soortAnders: text('soort_anders').notNull().default(''),
		/** The title that is printed; all others are rows of `bijeenkomst_titel`. */
		titel: text('titel').notNull(),
		datum: schrijfdatum('datum'),
		/** "14.00", or empty when nobody said. Of the first day when there are more: see `dagdeel`. */
		begin: text('begin').notNull().default(''),
		eind: text('eind').notNull().default(''),
		pauzes: text('pauzes', { mode: 'json' }).$type<Pauze[]>().notNull().default([]),
		plaats: text('plaats').notNull().default(''),
		/** Where it was held says nothing of who took part. */
		gemeente: text('gemeente').notNull().default(''),
		omschrijving: text('omschrijving').notNull().default(''),
		fasen: text('fasen', { mode: 'json' }).$type<Fase[]>().notNull().default([]),
		/** Other than the periode of its day, on purpose. */
		periodeId: text('periode_id').references(() => periode.id, { onDelete: 'set null' }),
		reeksId: text('reeks_id').references(() => reeks.id, { onDelete: 'set null' }),
		/** Anybody may come. What stands on the public page is another thing: `openbare_bladzijde`. */
		open: integer('open', { mode: 'boolean' }).notNull().default(false),
		/** Heads counted, or estimated when `circa`; `aantalTekst` as it was written: "ruim twintig". */
		aantal: integer('aantal'),
		circa: integer('circa', { mode: 'boolean' }).notNull().default(false),
		aantalTekst: text('aantal_tekst').notNull().default(''),
		nieuwsUrl: text('nieuws_url').notNull().default(''),
		bron: text('bron').notNull().default(''),
		/** Of the calendar file: one more with each change of when or where. */
		volgnummer: integer('volgnummer').notNull().default(0),
		door: text('door'),
		createdAt: createdAt(),
		/** Removed and restorable, with when and who. */
		weggehaaldOp: integer('weggehaald_op', { mode: 'timestamp_ms' }),
		weggehaaldDoor: text('weggehaald_door'),
		...changed,
	},
	(t) => [
		index('bijeenkomst_leeromgeving').on(t.leeromgevingId),
		index('bijeenkomst_werkplaats').on(t.werkplaatsId),
		index('bijeenkomst_reeks').on(t.reeksId),
	],
);

export const bijeenkomstId = () =>
	text('bijeenkomst_id')
		.notNull()
		.references(() => bijeenkomst.id, { onDelete: 'cascade' });

/** Other names of one bijeenkomst: it counts once, and is found by each (R-02, R-03, AC-36). */
export const bijeenkomstTitel = sqliteTable(
	'bijeenkomst_titel',
	{
		id: id(),
		bijeenkomstId: bijeenkomstId(),
		titel: text('titel').notNull(),
		soort: text('soort').$type<TitelSoort>().notNull(),
		bron: text('bron').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [index('bijeenkomst_titel_van').on(t.bijeenkomstId)],
);

/** Leeromgevingen beside the one whose ruimte it is in: their leden take part as if it were theirs. */
export const medeleeromgeving = sqliteTable(
	'medeleeromgeving',
	{
		bijeenkomstId: bijeenkomstId(),
		leeromgevingId: text('leeromgeving_id')
			.notNull()
			.references(() => leeromgeving.id, { onDelete: 'cascade' }),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.bijeenkomstId, t.leeromgevingId] }),
		index('medeleeromgeving_team').on(t.leeromgevingId),
	],
);

/** Who prepares it: one, several together, or nobody yet. */
export const voorbereider = sqliteTable(
	'voorbereider',
	{
		bijeenkomstId: bijeenkomstId(),
		persoonId: text('persoon_id')
			.notNull()
			.references(() => persoon.id, { onDelete: 'cascade' }),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.bijeenkomstId, t.persoonId] }),
		index('voorbereider_persoon').on(t.persoonId),
	],
);

/** Who organises it with a leeromgeving: an organisatie, or a name that is none ("studenten SJD"). */
export const medeorganisator = sqliteTable(
	'medeorganisator',
	{
		id: id(),
		bijeenkomstId: bijeenkomstId(),
		organisatieId: text('organisatie_id').references(() => organisatie.id, {
			onDelete: 'set null',
		}),
		/** The name as it was then. */
		naam: text('naam').notNull(),
		createdAt: createdAt(),
	},
	(t) => [index('medeorganisator_van').on(t.bijeenkomstId)],
);

/** One stretch of a bijeenkomst of several days; without rows it is its own begin and eind. */
export const dagdeel = sqliteTable(
	'dagdeel',
	{
		id: id(),
		bijeenkomstId: bijeenkomstId(),
		dag: text('dag').notNull(),
		begin: text('begin').notNull(),
		eind: text('eind').notNull(),
		pauzes: text('pauzes', { mode: 'json' }).$type<Pauze[]>().notNull().default([]),
		createdAt: createdAt(),
	},
	(t) => [uniqueIndex('dagdeel_uniek').on(t.bijeenkomstId, t.dag, t.begin)],
);

/** It does not go on, and why; until it does after all. */
export const afzegging = sqliteTable(
	'afzegging',
	{
		id: id(),
		bijeenkomstId: bijeenkomstId(),
		reden: text('reden').notNull(),
		door: text('door'),
		createdAt: createdAt(),
		ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
		ingetrokkenDoor: text('ingetrokken_door'),
	},
	(t) => [index('afzegging_van').on(t.bijeenkomstId)],
);

/** What a guest lecture, masterclass or workshop at a school adds (AC-41). */
export const onderwijs = sqliteTable('onderwijs', {
	bijeenkomstId: bijeenkomstId().primaryKey(),
	opleiding: text('opleiding').notNull().default(''),
	hogeschoolId: text('hogeschool_id').references(() => organisatie.id, { onDelete: 'set null' }),
	leerjaar: integer('leerjaar'),
	gever: text('gever').notNull().default(''),
	...changed,
});

/** What an omgekeerd keukentafelgesprek adds (AC-29). */
export const keukentafel = sqliteTable('keukentafel', {
	bijeenkomstId: bijeenkomstId().primaryKey(),
	/** Who was visited. */
	bijOrganisatieId: text('bij_organisatie_id').references(() => organisatie.id, {
		onDelete: 'set null',
	}),
	bij: text('bij').notNull().default(''),
	vraag: text('vraag').notNull().default(''),
	/** What the policy of others does in practice, as it was experienced. */
	effect: text('effect').notNull().default(''),
	afspraken: text('afspraken').notNull().default(''),
	...changed,
});
