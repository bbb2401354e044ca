import {
	integer,
	primaryKey,
	sqliteTable,
	text,
	type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { schrijfdatum } from '../datum/column.server.ts';
import { thema } from '../kennisagenda/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { periode, werkplaats, werkplaatsId } from '../werkplaats/tables.server.ts';
import type { OrganisatieSoort } from './soort.ts';

export const organisatie = sqliteTable('organisatie', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	naam: text('naam').notNull(),
	soort: text('soort').$type<OrganisatieSoort>().notNull(),
	/** The umbrella it belongs to, as BAR-organisatie is for Barendrecht. */
	koepelId: text('koepel_id').references((): AnySQLiteColumn => organisatie.id, {
		onDelete: 'set null',
	}),
	regio: text('regio').notNull().default(''),
	createdAt: createdAt(),
	...changed,
});

export const organisatieAlias = sqliteTable('organisatie_alias', {
	id: id(),
	organisatieId: text('organisatie_id')
		.notNull()
		.references(() => organisatie.id, { onDelete: 'cascade' }),
	naam: text('naam').notNull(),
	createdAt: createdAt(),
});

/** The hogescholen that lead the werkplaats. */
export const trekker = sqliteTable(
	'trekker',
	{
		werkplaatsId: text('werkplaats_id')
			.notNull()
			.references(() => werkplaats.id, { onDelete: 'cascade' }),
		organisatieId: text('organisatie_id')
			.notNull()
			.references(() => organisatie.id, { onDelete: 'cascade' }),
		lectoraat: text('lectoraat').notNull().default(''),
	},
	(t) => [primaryKey({ columns: [t.werkplaatsId, t.organisatieId] })],
);

/** Partner only on the days between `van` and `tot` (both may be written roughly, R-12). */
export const partnerschap = sqliteTable('partnerschap', {
	id: id(),
	organisatieId: text('organisatie_id')
		.notNull()
		.references(() => organisatie.id, { onDelete: 'cascade' }),
	van: schrijfdatum('van').notNull(),
	tot: schrijfdatum('tot'),
	redenEinde: text('reden_einde').notNull().default(''),
	/** The one thema it chose. */
	themaId: text('thema_id').references(() => thema.id, { onDelete: 'set null' }),
	motivatie: text('motivatie').notNull().default(''),
	contactpersoonId: text('contactpersoon_id').references(() => persoon.id, {
		onDelete: 'set null',
	}),
	/** Promised minutes per half year. */
	toezeggingMinuten: integer('toezegging_minuten'),
	/** Promised money in euro cents. */
	toezeggingIncash: integer('toezegging_incash'),
	createdAt: createdAt(),
	...changed,
});

/** A signed wish to join a periode. It does not make a partner yet. */
export const intentieverklaring = sqliteTable('intentieverklaring', {
	id: id(),
	organisatieId: text('organisatie_id')
		.notNull()
		.references(() => organisatie.id, { onDelete: 'cascade' }),
	periodeId: text('periode_id').references(() => periode.id, { onDelete: 'set null' }),
	getekendOp: schrijfdatum('getekend_op'),
	themaId: text('thema_id').references(() => thema.id, { onDelete: 'set null' }),
	motivatie: text('motivatie').notNull().default(''),
	createdAt: createdAt(),
	...changed,
});

/** For whom a persoon works, as far as the werkplaats has to know. */
export const werkrelatie = sqliteTable('werkrelatie', {
	id: id(),
	persoonId: text('persoon_id')
		.notNull()
		.references(() => persoon.id, { onDelete: 'cascade' }),
	organisatieId: text('organisatie_id')
		.notNull()
		.references(() => organisatie.id, { onDelete: 'cascade' }),
	functie: text('functie').notNull().default(''),
	van: schrijfdatum('van'),
	tot: schrijfdatum('tot'),
	createdAt: createdAt(),
});
