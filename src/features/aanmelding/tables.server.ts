import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import { bijeenkomstId } from '../bijeenkomst/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';
import type { AanmeldingVia, Antwoord } from './antwoord.ts';

/** Somebody who was asked to come. What was answered are rows of `aanmelding`. */
export const genodigde = sqliteTable(
	'genodigde',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		bijeenkomstId: bijeenkomstId(),
		persoonId: text('persoon_id')
			.notNull()
			.references(() => persoon.id, { onDelete: 'cascade' }),
		tokenHash: text('token_hash').notNull().unique(),
		/** When the letter went out and with which number of the calendar file; null without an address. */
		gemaildOp: integer('gemaild_op', { mode: 'timestamp_ms' }),
		volgnummer: integer('volgnummer').notNull().default(0),
		herinnerdOp: integer('herinnerd_op', { mode: 'timestamp_ms' }),
		door: text('door'),
		createdAt: createdAt(),
		ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
		ingetrokkenDoor: text('ingetrokken_door'),
	},
	(t) => [
		uniqueIndex('genodigde_uniek').on(t.bijeenkomstId, t.persoonId),
		index('genodigde_persoon').on(t.persoonId),
	],
);

/** One answer; the last one counts. Of who was not asked too: then the answer makes the genodigde. */
export const aanmelding = sqliteTable(
	'aanmelding',
	{
		id: id(),
		genodigdeId: text('genodigde_id')
			.notNull()
			.references(() => genodigde.id, { onDelete: 'cascade' }),
		antwoord: text('antwoord').$type<Antwoord>().notNull(),
		via: text('via').$type<AanmeldingVia>().notNull(),
		toelichting: text('toelichting').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [index('aanmelding_van').on(t.genodigdeId, t.createdAt)],
);
