import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import type { Perspectief } from '../../access/actor.ts';
import { thema } from '../kennisagenda/tables.server.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import { organisatie } from '../partner/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';
import type { Herkomst, VraagStatus } from './status.ts';

/** An abstract question of the kennisagenda. */
export const leervraag = sqliteTable('leervraag', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	tekst: text('tekst').notNull(),
	themaId: text('thema_id').references(() => thema.id, { onDelete: 'set null' }),
	herkomst: text('herkomst').$type<Herkomst>().notNull(),
	perspectief: text('perspectief').$type<Perspectief>(),
	status: text('status').$type<VraagStatus>().notNull().default('nieuw'),
	door: text('door'),
	createdAt: createdAt(),
	...changed,
});

export const leervraagLeeromgeving = sqliteTable(
	'leervraag_leeromgeving',
	{
		leervraagId: text('leervraag_id')
			.notNull()
			.references(() => leervraag.id, { onDelete: 'cascade' }),
		leeromgevingId: text('leeromgeving_id')
			.notNull()
			.references(() => leeromgeving.id, { onDelete: 'cascade' }),
	},
	(t) => [primaryKey({ columns: [t.leervraagId, t.leeromgevingId] })],
);

/** A concrete question from daily practice, in a team. */
export const praktijkvraag = sqliteTable('praktijkvraag', {
	id: id(),
	leeromgevingId: text('leeromgeving_id')
		.notNull()
		.references(() => leeromgeving.id, { onDelete: 'cascade' }),
	tekst: text('tekst').notNull(),
	perspectief: text('perspectief').$type<Perspectief>(),
	indienerId: text('indiener_id').references(() => persoon.id, { onDelete: 'set null' }),
	organisatieId: text('organisatie_id').references(() => organisatie.id, { onDelete: 'set null' }),
	status: text('status').$type<VraagStatus>().notNull().default('nieuw'),
	antwoord: text('antwoord').notNull().default(''),
	door: text('door'),
	createdAt: createdAt(),
	...changed,
});

/** From which leervragen a praktijkvraag derives; read in both directions. */
export const afleiding = sqliteTable(
	'afleiding',
	{
		praktijkvraagId: text('praktijkvraag_id')
			.notNull()
			.references(() => praktijkvraag.id, { onDelete: 'cascade' }),
		leervraagId: text('leervraag_id')
			.notNull()
			.references(() => leervraag.id, { onDelete: 'cascade' }),
	},
	(t) => [primaryKey({ columns: [t.praktijkvraagId, t.leervraagId] })],
);

/** Every text a vraag ever had. `vraagId` is a leervraag or a praktijkvraag. */
export const vraagVersie = sqliteTable('vraag_versie', {
	id: id(),
	vraagId: text('vraag_id').notNull(),
	tekst: text('tekst').notNull(),
	door: text('door'),
	createdAt: createdAt(),
});

/** A dropped question is kept, with its reason; taken up again when `teruggenomenOp` is filled. */
export const loslating = sqliteTable('loslating', {
	id: id(),
	vraagId: text('vraag_id').notNull(),
	reden: text('reden').notNull(),
	door: text('door'),
	createdAt: createdAt(),
	teruggenomenOp: integer('teruggenomen_op', { mode: 'timestamp_ms' }),
	teruggenomenDoor: text('teruggenomen_door'),
});
