import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { bijeenkomstId } from '../bijeenkomst/tables.server.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';
import type { Doel, PuntSoort, SjabloonPunt } from './punt.ts';

/** One point of an agenda. Its place in the verslag is the heading with `agendapunt` = this id. */
export const agendapunt = sqliteTable(
	'agendapunt',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		bijeenkomstId: bijeenkomstId(),
		/** Sorts as text, so that a point moves without touching the others: see `ui/volgorde.ts`. */
		volgorde: text('volgorde').notNull(),
		soort: text('soort').$type<PuntSoort>().notNull().default('punt'),
		titel: text('titel').notNull(),
		minuten: integer('minuten'),
		doel: text('doel').$type<Doel>(),
		wieId: text('wie_id').references(() => persoon.id, { onDelete: 'set null' }),
		/** As written when it is nobody of the werkplaats. */
		wie: text('wie').notNull().default(''),
		werkvorm: text('werkvorm').notNull().default(''),
		uitleg: text('uitleg').notNull().default(''),
		stukken: text('stukken').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
		weggehaaldOp: integer('weggehaald_op', { mode: 'timestamp_ms' }),
		weggehaaldDoor: text('weggehaald_door'),
		...changed,
	},
	(t) => [index('agendapunt_van').on(t.bijeenkomstId, t.volgorde)],
);

/** A point was at hand, from when to when; the one without end is at hand now. */
export const puntloop = sqliteTable(
	'puntloop',
	{
		id: id(),
		bijeenkomstId: bijeenkomstId(),
		puntId: text('punt_id')
			.notNull()
			.references(() => agendapunt.id, { onDelete: 'cascade' }),
		begonnenOp: integer('begonnen_op', { mode: 'timestamp_ms' }).notNull(),
		geeindigdOp: integer('geeindigd_op', { mode: 'timestamp_ms' }),
		/** The clock stands still since; the milliseconds that it stood still before. */
		gepauzeerdOp: integer('gepauzeerd_op', { mode: 'timestamp_ms' }),
		gepauzeerdMs: integer('gepauzeerd_ms').notNull().default(0),
		extraMinuten: integer('extra_minuten').notNull().default(0),
		door: text('door'),
	},
	(t) => [index('puntloop_van').on(t.bijeenkomstId, t.begonnenOp)],
);

/** An agenda to start from, of a team or, without team, of the werkplaats. */
export const agendasjabloon = sqliteTable(
	'agendasjabloon',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		leeromgevingId: text('leeromgeving_id').references(() => leeromgeving.id, {
			onDelete: 'cascade',
		}),
		naam: text('naam').notNull(),
		punten: text('punten', { mode: 'json' }).$type<SjabloonPunt[]>().notNull(),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [uniqueIndex('agendasjabloon_naam').on(t.werkplaatsId, t.leeromgevingId, t.naam)],
);

/** A werkvorm was used in a bijeenkomst, and how it went. */
export const werkvormgebruik = sqliteTable(
	'werkvormgebruik',
	{
		id: id(),
		bijeenkomstId: bijeenkomstId(),
		/** Key of the library; or a name of their own in `naam`. */
		werkvorm: text('werkvorm').notNull().default(''),
		naam: text('naam').notNull().default(''),
		hoeGingHet: text('hoe_ging_het').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
		...changed,
	},
	(t) => [index('werkvormgebruik_van').on(t.bijeenkomstId)],
);
