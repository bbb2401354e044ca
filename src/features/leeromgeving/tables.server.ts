import {
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
	type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import type { LeeromgevingRol, Perspectief } from '../../access/actor.ts';
import { schrijfdatum } from '../datum/column.server.ts';
import { thema } from '../kennisagenda/tables.server.ts';
import { organisatie } from '../partner/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { periode, werkplaatsId } from '../werkplaats/tables.server.ts';
import type { LeeromgevingStatus } from './status.ts';

export const leeromgeving = sqliteTable(
	'leeromgeving',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		soort: text('soort').notNull(),
		volgnummer: integer('volgnummer'),
		doel: text('doel').notNull().default(''),
		werkwijze: text('werkwijze').notNull().default(''),
		gewensteOpbrengst: text('gewenste_opbrengst').notNull().default(''),
		locaties: text('locaties').notNull().default(''),
		bovenliggendId: text('bovenliggend_id').references((): AnySQLiteColumn => leeromgeving.id, {
			onDelete: 'set null',
		}),
		van: schrijfdatum('van'),
		tot: schrijfdatum('tot'),
		status: text('status').$type<LeeromgevingStatus>().notNull().default('vorming'),
		/** Only with status `gestopt`: why it led to nothing. */
		waaromGestopt: text('waarom_gestopt').notNull().default(''),
		/** Pattern and threads, `ruit/groen-roze`: unique within the werkplaats. */
		kleed: text('kleed').notNull(),
		createdAt: createdAt(),
		...changed,
	},
	(t) => [uniqueIndex('leeromgeving_kleed').on(t.werkplaatsId, t.kleed)],
);

const leeromgevingId = () =>
	text('leeromgeving_id')
		.notNull()
		.references(() => leeromgeving.id, { onDelete: 'cascade' });

/** The names in time. The first has no `van`; a name holds until the next one starts. */
export const leeromgevingNaam = sqliteTable('leeromgeving_naam', {
	id: id(),
	leeromgevingId: leeromgevingId(),
	naam: text('naam').notNull(),
	van: schrijfdatum('van'),
	reden: text('reden').notNull().default(''),
	door: text('door'),
	createdAt: createdAt(),
});

export const leeromgevingThema = sqliteTable(
	'leeromgeving_thema',
	{
		leeromgevingId: leeromgevingId(),
		themaId: text('thema_id')
			.notNull()
			.references(() => thema.id, { onDelete: 'cascade' }),
	},
	(t) => [primaryKey({ columns: [t.leeromgevingId, t.themaId] })],
);

export const leeromgevingPeriode = sqliteTable(
	'leeromgeving_periode',
	{
		leeromgevingId: leeromgevingId(),
		periodeId: text('periode_id')
			.notNull()
			.references(() => periode.id, { onDelete: 'cascade' }),
	},
	(t) => [primaryKey({ columns: [t.leeromgevingId, t.periodeId] })],
);

/** An existing practice at a partner in which the team tries things. */
export const praktijk = sqliteTable('praktijk', {
	id: id(),
	leeromgevingId: leeromgevingId(),
	organisatieId: text('organisatie_id').references(() => organisatie.id, { onDelete: 'set null' }),
	omschrijving: text('omschrijving').notNull(),
	createdAt: createdAt(),
});

/** One spell of membership; people come and go. `tot` is the last day. */
export const lidmaatschap = sqliteTable('lidmaatschap', {
	id: id(),
	leeromgevingId: leeromgevingId(),
	persoonId: text('persoon_id')
		.notNull()
		.references(() => persoon.id, { onDelete: 'cascade' }),
	rol: text('rol').$type<LeeromgevingRol>().notNull(),
	perspectief: text('perspectief').$type<Perspectief>().notNull(),
	/** Whom this person speaks for; empty for a resident. */
	namensId: text('namens_id').references(() => organisatie.id, { onDelete: 'set null' }),
	van: text('van').notNull(),
	tot: text('tot'),
	aangehaaktVia: text('aangehaakt_via').notNull().default(''),
	redenEinde: text('reden_einde').notNull().default(''),
	createdAt: createdAt(),
	...changed,
});

/** A chair that the team wants filled: "deurwaarder". */
export const legeStoel = sqliteTable('lege_stoel', {
	id: id(),
	leeromgevingId: leeromgevingId(),
	wie: text('wie').notNull(),
	perspectief: text('perspectief').$type<Perspectief>(),
	door: text('door'),
	createdAt: createdAt(),
	gevuldOp: integer('gevuld_op', { mode: 'timestamp_ms' }),
});
