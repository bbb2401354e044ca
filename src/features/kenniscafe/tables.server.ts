import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { bijeenkomst, bijeenkomstId } from '../bijeenkomst/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';
import type { Aanleiding } from './aanleiding.ts';
import type { Bezoekerscategorie } from './categorie.ts';

/** What a kenniscafé has beside what each bijeenkomst has; no row as long as nobody said any of it. */
export const kenniscafe = sqliteTable('kenniscafe', {
	bijeenkomstId: bijeenkomstId().primaryKey(),
	/** Which one it is of all of the werkplaats, as its makers count. */
	nummer: integer('nummer'),
	/** Or the chapter of a magazine or bundle in which it stands. */
	thema: text('thema').notNull().default(''),
	aanleiding: text('aanleiding').$type<Aanleiding>(),
	/** Which team, which organisatie, which question. */
	toelichting: text('toelichting').notNull().default(''),
	...changed,
});

/** What of a bijeenkomst everybody may see, each part chosen. The page is there until it is withdrawn. */
export const openbareBladzijde = sqliteTable('openbare_bladzijde', {
	bijeenkomstId: bijeenkomstId().primaryKey(),
	werkplaatsId: werkplaatsId(),
	/** In the address, `/kenniscafe/<pad>`. */
	pad: text('pad').notNull().unique(),
	titel: text('titel').notNull(),
	tekst: text('tekst').notNull().default(''),
	sprekers: text('sprekers').notNull().default(''),
	toontPlaats: integer('toont_plaats', { mode: 'boolean' }).notNull().default(true),
	toontOrganisatoren: integer('toont_organisatoren', { mode: 'boolean' }).notNull().default(true),
	toontAantal: integer('toont_aantal', { mode: 'boolean' }).notNull().default(false),
	/** What people said, as far as they allowed it themselves. */
	toontErvaringen: integer('toont_ervaringen', { mode: 'boolean' }).notNull().default(false),
	/** Null: everybody fits. */
	capaciteit: integer('capaciteit'),
	/** One can put one's name down until the end of this day; empty: not at all. */
	aanmeldenTot: text('aanmelden_tot').notNull().default(''),
	door: text('door'),
	createdAt: createdAt(),
	ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
	ingetrokkenDoor: text('ingetrokken_door'),
	...changed,
});

/** A place asked for without account: a category, and no more than the visitor wants to tell. */
export const inschrijving = sqliteTable(
	'inschrijving',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		bijeenkomstId: bijeenkomstId(),
		categorie: text('categorie').$type<Bezoekerscategorie>().notNull(),
		organisatie: text('organisatie').notNull().default(''),
		naam: text('naam').notNull().default(''),
		email: text('email').notNull().default(''),
		tokenHash: text('token_hash').notNull().unique(),
		createdAt: createdAt(),
		/** Null as long as it waits for a place. */
		geplaatstOp: integer('geplaatst_op', { mode: 'timestamp_ms' }),
		afgemeldOp: integer('afgemeld_op', { mode: 'timestamp_ms' }),
		/** Name and address go 30 days after the day; the category stays. */
		gewistOp: integer('gewist_op', { mode: 'timestamp_ms' }),
	},
	(t) => [index('inschrijving_van').on(t.bijeenkomstId, t.createdAt)],
);

/** One tap at the door: somebody came in (1), or that was a mistake (-1). The sum counts, whoever tapped. */
export const deurtik = sqliteTable(
	'deurtik',
	{
		/** Made by the device: sent twice, it counts once. */
		id: text('id').primaryKey(),
		bijeenkomstId: bijeenkomstId(),
		categorie: text('categorie').$type<Bezoekerscategorie>().notNull(),
		aantal: integer('aantal').notNull(),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [index('deurtik_van').on(t.bijeenkomstId, t.categorie)],
);

/** Visits of a category as somebody wrote them down afterwards: goes before the taps. */
export const bezoek = sqliteTable(
	'bezoek',
	{
		bijeenkomstId: bijeenkomstId(),
		categorie: text('categorie').$type<Bezoekerscategorie>().notNull(),
		aantal: integer('aantal').notNull(),
		...changed,
	},
	(t) => [primaryKey({ columns: [t.bijeenkomstId, t.categorie] })],
);

/** A number that a source gives for several bijeenkomsten together ("tien kenniscafes: 261"). */
export const bezoektotaal = sqliteTable(
	'bezoektotaal',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		naam: text('naam').notNull(),
		aantal: integer('aantal').notNull(),
		circa: integer('circa', { mode: 'boolean' }).notNull().default(false),
		bron: text('bron').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [uniqueIndex('bezoektotaal_naam').on(t.werkplaatsId, t.naam)],
);

export const bezoektotaalVan = sqliteTable(
	'bezoektotaal_van',
	{
		bezoektotaalId: text('bezoektotaal_id')
			.notNull()
			.references(() => bezoektotaal.id, { onDelete: 'cascade' }),
		bijeenkomstId: text('bijeenkomst_id')
			.notNull()
			.references(() => bijeenkomst.id, { onDelete: 'cascade' }),
	},
	(t) => [primaryKey({ columns: [t.bezoektotaalId, t.bijeenkomstId] })],
);
