import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import type { Perspectief } from '../../access/actor.ts';
import { bijeenkomstId, dagdeel } from '../bijeenkomst/tables.server.ts';
import { organisatie } from '../partner/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';
import type { PresentieBron, PresentieStatus } from './status.ts';

/** A code on the screen, and a QR, by which somebody says to be there. Both follow from the id. */
export const presentiecode = sqliteTable(
	'presentiecode',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		bijeenkomstId: bijeenkomstId(),
		codeHmac: text('code_hmac').notNull(),
		tokenHash: text('token_hash').notNull().unique(),
		verlooptOp: integer('verloopt_op', { mode: 'timestamp_ms' }).notNull(),
		door: text('door'),
		createdAt: createdAt(),
		ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
	},
	(t) => [
		index('presentiecode_hmac').on(t.codeHmac),
		index('presentiecode_van').on(t.bijeenkomstId),
	],
);

/** Somebody on the list of one bijeenkomst (of one dagdeel of it): what counts as in-kind uren later. */
export const presentieregel = sqliteTable(
	'presentieregel',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		bijeenkomstId: bijeenkomstId(),
		dagdeelId: text('dagdeel_id').references(() => dagdeel.id, { onDelete: 'cascade' }),
		/** Null for a guest; and when the persoon was purged, the hours stay. */
		persoonId: text('persoon_id').references(() => persoon.id, { onDelete: 'set null' }),
		/** As it stood on the list that day. */
		naam: text('naam').notNull(),
		/** On behalf of whom, that day; the name is copied. Both empty: for oneself. */
		organisatieId: text('organisatie_id').references(() => organisatie.id, {
			onDelete: 'set null',
		}),
		organisatieNaam: text('organisatie_naam').notNull().default(''),
		perspectief: text('perspectief').$type<Perspectief>().notNull(),
		/** A guest from outside the region: another line of overig. */
		buitenRegio: integer('buiten_regio', { mode: 'boolean' }).notNull().default(false),
		status: text('status').$type<PresentieStatus>().notNull(),
		/** "11.15" when it differs from the bijeenkomst: came late, left early. */
		van: text('van').notNull().default(''),
		tot: text('tot').notNull().default(''),
		/** Minutes by hand, instead of those that follow from the times; why stands in the trace. */
		minutenHand: integer('minuten_hand'),
		bron: text('bron').$type<PresentieBron>().notNull(),
		/** Of who checked in without account: to undo it on the same phone. */
		gastHash: text('gast_hash').unique(),
		door: text('door'),
		createdAt: createdAt(),
		weggehaaldOp: integer('weggehaald_op', { mode: 'timestamp_ms' }),
		weggehaaldDoor: text('weggehaald_door'),
		...changed,
	},
	(t) => [
		index('presentieregel_van').on(t.bijeenkomstId),
		index('presentieregel_organisatie').on(t.organisatieId),
		index('presentieregel_persoon').on(t.persoonId),
		uniqueIndex('presentieregel_een_keer')
			.on(t.bijeenkomstId, t.persoonId)
			.where(sql`${t.dagdeelId} is null and ${t.weggehaaldOp} is null`),
		uniqueIndex('presentieregel_per_dagdeel')
			.on(t.dagdeelId, t.persoonId)
			.where(sql`${t.weggehaaldOp} is null`),
	],
);

/** The trace of a change before the list was confirmed: which field was what. Rows are never changed. */
export const presentiespoor = sqliteTable(
	'presentiespoor',
	{
		id: id(),
		regelId: text('regel_id')
			.notNull()
			.references(() => presentieregel.id, { onDelete: 'cascade' }),
		veld: text('veld').notNull(),
		was: text('was').notNull(),
		werd: text('werd').notNull(),
		reden: text('reden').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [index('presentiespoor_van').on(t.regelId)],
);

/** Somebody closed the list and answers for it, with the minutes of each line as they were then. */
export const presentiebevestiging = sqliteTable('presentiebevestiging', {
	bijeenkomstId: bijeenkomstId().primaryKey(),
	werkplaatsId: werkplaatsId(),
	/** Hash of the lines: what was confirmed can be shown to be what stands there. */
	hash: text('hash').notNull(),
	door: text('door'),
	createdAt: createdAt(),
});

/** Minutes of a line when the list was confirmed; nobody changes them after (AC-44). */
export const bevestigdeRegel = sqliteTable(
	'bevestigde_regel',
	{
		regelId: text('regel_id')
			.primaryKey()
			.references(() => presentieregel.id, { onDelete: 'cascade' }),
		bijeenkomstId: bijeenkomstId(),
		minuten: integer('minuten').notNull(),
	},
	(t) => [index('bevestigde_regel_van').on(t.bijeenkomstId)],
);

/** After that only this: minutes more or less on a line, and why. It is withdrawn by another one. */
export const presentiecorrectie = sqliteTable(
	'presentiecorrectie',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		bijeenkomstId: bijeenkomstId(),
		regelId: text('regel_id')
			.notNull()
			.references(() => presentieregel.id, { onDelete: 'cascade' }),
		/** Signed. */
		minuten: integer('minuten').notNull(),
		reden: text('reden').notNull(),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [
		index('presentiecorrectie_regel').on(t.regelId),
		index('presentiecorrectie_van').on(t.bijeenkomstId),
	],
);
