import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import type { TekstNode } from '../tekst/node.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';

/** A verslag to start from, made by a team or, without team, by the werkplaats. */
export const verslagSjabloon = sqliteTable(
	'verslag_sjabloon',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		leeromgevingId: text('leeromgeving_id').references(() => leeromgeving.id, {
			onDelete: 'cascade',
		}),
		naam: text('naam').notNull(),
		inhoud: text('inhoud', { mode: 'json' }).$type<TekstNode>().notNull(),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [uniqueIndex('verslag_sjabloon_naam').on(t.werkplaatsId, t.leeromgevingId, t.naam)],
);
