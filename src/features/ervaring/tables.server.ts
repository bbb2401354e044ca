import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import type { Vermelding } from '../../access/actor.ts';
import { bijeenkomstId } from '../bijeenkomst/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';
import type { ErvaringAntwoord } from './staat.ts';

/** What somebody said after a bijeenkomst, in the words of who wrote it down. Criticism stays. */
export const ervaring = sqliteTable(
	'ervaring',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		bijeenkomstId: bijeenkomstId(),
		tekst: text('tekst').notNull(),
		naam: text('naam').notNull().default(''),
		rol: text('rol').notNull().default(''),
		organisatie: text('organisatie').notNull().default(''),
		email: text('email').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
		weggehaaldOp: integer('weggehaald_op', { mode: 'timestamp_ms' }),
		weggehaaldDoor: text('weggehaald_door'),
	},
	(t) => [index('ervaring_van').on(t.bijeenkomstId)],
);

/** The speaker was asked. Until withdrawn the same link also takes a yes back. */
export const ervaringvraag = sqliteTable(
	'ervaringvraag',
	{
		id: id(),
		ervaringId: text('ervaring_id')
			.notNull()
			.references(() => ervaring.id, { onDelete: 'cascade' }),
		tokenHash: text('token_hash').notNull().unique(),
		verlooptOp: integer('verloopt_op', { mode: 'timestamp_ms' }).notNull(),
		door: text('door'),
		createdAt: createdAt(),
		ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
	},
	(t) => [index('ervaringvraag_van').on(t.ervaringId)],
);

/** What the speaker answered; the last one counts. Only `tekst` of a yes may go anywhere (AC-37). */
export const ervaringantwoord = sqliteTable(
	'ervaringantwoord',
	{
		id: id(),
		ervaringId: text('ervaring_id')
			.notNull()
			.references(() => ervaring.id, { onDelete: 'cascade' }),
		vraagId: text('vraag_id').references(() => ervaringvraag.id, { onDelete: 'set null' }),
		antwoord: text('antwoord').$type<ErvaringAntwoord>().notNull(),
		tekst: text('tekst').notNull().default(''),
		vermelding: text('vermelding').$type<Vermelding>().notNull(),
		/** How the name is printed, already shortened to what was chosen. */
		naamGedrukt: text('naam_gedrukt').notNull().default(''),
		/** Which sentence the speaker agreed with. */
		tekstversie: text('tekstversie').notNull(),
		createdAt: createdAt(),
	},
	(t) => [index('ervaringantwoord_van').on(t.ervaringId, t.createdAt)],
);
