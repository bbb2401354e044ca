import {
	blob,
	index,
	integer,
	sqliteTable,
	text,
	type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';

/** A remark on a passage of a live document, or an answer to one. Who wrote it cannot be forged. */
export const opmerking = sqliteTable(
	'opmerking',
	{
		id: id(),
		/** `verslag/<id>` */
		document: text('document').notNull(),
		/** The opmerking this answers. */
		opId: text('op_id').references((): AnySQLiteColumn => opmerking.id, { onDelete: 'cascade' }),
		/** Where the passage begins and ends: positions that move with the text (Yjs, encoded). */
		van: blob('van', { mode: 'buffer' }),
		tot: blob('tot', { mode: 'buffer' }),
		/** The passage as it was, for when it is gone. */
		citaat: text('citaat').notNull().default(''),
		tekst: text('tekst').notNull(),
		door: text('door'),
		createdAt: createdAt(),
		gewijzigdOp: integer('gewijzigd_op', { mode: 'timestamp_ms' }),
		afgehandeldOp: integer('afgehandeld_op', { mode: 'timestamp_ms' }),
		afgehandeldDoor: text('afgehandeld_door'),
		weggehaaldOp: integer('weggehaald_op', { mode: 'timestamp_ms' }),
	},
	(t) => [index('opmerking_document').on(t.document)],
);
