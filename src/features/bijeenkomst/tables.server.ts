import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { changed, createdAt, id } from '../../server/db/columns.ts';
import { schrijfdatum } from '../datum/column.server.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';

/** One bijeenkomst of a team. Its verslag is the live document `verslag/<id>`. */
export const bijeenkomst = sqliteTable(
	'bijeenkomst',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		leeromgevingId: text('leeromgeving_id')
			.notNull()
			.references(() => leeromgeving.id, { onDelete: 'cascade' }),
		titel: text('titel').notNull(),
		datum: schrijfdatum('datum'),
		/** "14.00", or empty when nobody said. */
		begin: text('begin').notNull().default(''),
		eind: text('eind').notNull().default(''),
		plaats: text('plaats').notNull().default(''),
		door: text('door'),
		createdAt: createdAt(),
		/** Removed and restorable, with when and who. */
		weggehaaldOp: integer('weggehaald_op', { mode: 'timestamp_ms' }),
		weggehaaldDoor: text('weggehaald_door'),
		...changed,
	},
	(t) => [index('bijeenkomst_leeromgeving').on(t.leeromgevingId)],
);
