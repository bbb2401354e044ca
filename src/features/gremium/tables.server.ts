import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { schrijfdatum } from '../datum/column.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';
import type { GremiumNiveau } from './niveau.ts';

export const gremium = sqliteTable('gremium', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	naam: text('naam').notNull(),
	niveau: text('niveau').$type<GremiumNiveau>().notNull(),
	samenstelling: text('samenstelling').notNull().default(''),
	taak: text('taak').notNull().default(''),
	van: schrijfdatum('van'),
	createdAt: createdAt(),
	...changed,
});

const gremiumId = () =>
	text('gremium_id')
		.notNull()
		.references(() => gremium.id, { onDelete: 'cascade' });

/** Dissolved, "voorlopig" or for good; revived when `herleefdOp` is filled. */
export const gremiumOpheffing = sqliteTable('gremium_opheffing', {
	id: id(),
	gremiumId: gremiumId(),
	op: schrijfdatum('op').notNull(),
	voorlopig: integer('voorlopig', { mode: 'boolean' }).notNull(),
	reden: text('reden').notNull().default(''),
	door: text('door'),
	createdAt: createdAt(),
	herleefdOp: schrijfdatum('herleefd_op'),
});

export const gremiumLid = sqliteTable('gremium_lid', {
	id: id(),
	gremiumId: gremiumId(),
	persoonId: text('persoon_id')
		.notNull()
		.references(() => persoon.id, { onDelete: 'cascade' }),
	rol: text('rol').notNull().default(''),
	van: schrijfdatum('van'),
	/** The last day. */
	tot: schrijfdatum('tot'),
	createdAt: createdAt(),
});

/** Meetings of a gremium that were held: one on a day, or "4 keer" in a stretch of time. */
export const gremiumVergadering = sqliteTable('gremium_vergadering', {
	id: id(),
	gremiumId: gremiumId(),
	datum: schrijfdatum('datum').notNull(),
	aantal: integer('aantal').notNull().default(1),
	/** For instance "per regio". */
	toelichting: text('toelichting').notNull().default(''),
	door: text('door'),
	createdAt: createdAt(),
});
