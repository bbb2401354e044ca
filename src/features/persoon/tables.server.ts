import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import type { Perspectief, Vermelding, WerkplaatsRol } from '../../access/actor.ts';
import { account } from '../account/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';

/** A human in one werkplaats; with several accounts, one, or none. */
export const persoon = sqliteTable('persoon', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	/** How the team calls this person: often a first name only, and then it stays so. */
	voornaam: text('voornaam').notNull(),
	tussenvoegsel: text('tussenvoegsel').notNull().default(''),
	achternaam: text('achternaam').notNull().default(''),
	email: text('email').notNull().default(''),
	perspectief: text('perspectief').$type<Perspectief>(),
	vermelding: text('vermelding').$type<Vermelding>().notNull().default('volledig'),
	createdAt: createdAt(),
	...changed,
});

export const accountPersoon = sqliteTable(
	'account_persoon',
	{
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		persoonId: text('persoon_id')
			.notNull()
			.references(() => persoon.id, { onDelete: 'cascade' }),
		werkplaatsId: werkplaatsId(),
		createdAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.accountId, t.persoonId] }),
		uniqueIndex('account_werkplaats').on(t.accountId, t.werkplaatsId),
	],
);

/** A role in the werkplaats, from `createdAt` until `ingetrokkenOp`. */
export const rol = sqliteTable('rol', {
	id: id(),
	persoonId: text('persoon_id')
		.notNull()
		.references(() => persoon.id, { onDelete: 'cascade' }),
	rol: text('rol').$type<WerkplaatsRol>().notNull(),
	/** For a partnercontact: the organisatie it speaks for. */
	organisatieId: text('organisatie_id'),
	door: text('door'),
	createdAt: createdAt(),
	ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
	ingetrokkenDoor: text('ingetrokken_door'),
});
