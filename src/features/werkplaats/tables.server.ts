import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { schrijfdatum } from '../datum/column.server.ts';
import type { PeriodeStatus, WoordSleutel } from './woordenlijst.ts';

export const werkplaats = sqliteTable('werkplaats', {
	id: id(),
	naam: text('naam').notNull(),
	korteNaam: text('korte_naam').notNull(),
	regio: text('regio').notNull().default(''),
	voorganger: text('voorganger').notNull().default(''),
	voorgangerJaren: text('voorganger_jaren').notNull().default(''),
	centraalThema: text('centraal_thema').notNull().default(''),
	website: text('website').notNull().default(''),
	hulpTelefoon: text('hulp_telefoon').notNull().default(''),
	privacyContact: text('privacy_contact').notNull().default(''),
	kleed: text('kleed').notNull(),
	/** The example werkplaats; it goes away when a real one is set up. */
	isVoorbeeld: integer('is_voorbeeld', { mode: 'boolean' }).notNull().default(false),
	createdAt: createdAt(),
	...changed,
});

export const werkplaatsId = () =>
	text('werkplaats_id')
		.notNull()
		.references(() => werkplaats.id, { onDelete: 'cascade' });

export const periode = sqliteTable('periode', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	nummer: integer('nummer').notNull(),
	naam: text('naam').notNull(),
	/** First and last day, both included. */
	van: schrijfdatum('van').notNull(),
	tot: schrijfdatum('tot').notNull(),
	/** The work often starts later than the period. */
	uitvoeringVan: schrijfdatum('uitvoering_van'),
	status: text('status').$type<PeriodeStatus>().notNull().default('lopend'),
	toelichting: text('toelichting').notNull().default(''),
	createdAt: createdAt(),
	...changed,
});

/** A grant. It may span several perioden and be extended without moving any of them. */
export const subsidie = sqliteTable('subsidie', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	naam: text('naam').notNull(),
	van: schrijfdatum('van').notNull(),
	tot: schrijfdatum('tot').notNull(),
	createdAt: createdAt(),
	...changed,
});

export const subsidieVerlenging = sqliteTable('subsidie_verlenging', {
	id: id(),
	subsidieId: text('subsidie_id')
		.notNull()
		.references(() => subsidie.id, { onDelete: 'cascade' }),
	tot: schrijfdatum('tot').notNull(),
	reden: text('reden').notNull().default(''),
	door: text('door'),
	createdAt: createdAt(),
});

/** A word of this werkplaats that differs from the usual one, for always or for one periode. */
export const woord = sqliteTable(
	'woord',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		periodeId: text('periode_id').references(() => periode.id, { onDelete: 'cascade' }),
		sleutel: text('sleutel').$type<WoordSleutel>().notNull(),
		enkelvoud: text('enkelvoud').notNull(),
		meervoud: text('meervoud').notNull(),
		lidwoord: text('lidwoord').$type<'de' | 'het'>().notNull(),
		...changed,
	},
	(t) => [uniqueIndex('woord_uniek').on(t.werkplaatsId, t.sleutel, t.periodeId)],
);
