import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';

/** A private address of a calendar, of a persoon or of a leeromgeving; renewed by withdrawing it. */
export const agendafeed = sqliteTable(
	'agendafeed',
	{
		id: id(),
		werkplaatsId: werkplaatsId(),
		persoonId: text('persoon_id').references(() => persoon.id, { onDelete: 'cascade' }),
		leeromgevingId: text('leeromgeving_id').references(() => leeromgeving.id, {
			onDelete: 'cascade',
		}),
		/** SHA-256 of the address; the address itself follows from the id and the key of the installation. */
		tokenHash: text('token_hash').notNull().unique(),
		door: text('door'),
		createdAt: createdAt(),
		ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
		ingetrokkenDoor: text('ingetrokken_door'),
	},
	(t) => [
		index('agendafeed_persoon').on(t.persoonId),
		index('agendafeed_leeromgeving').on(t.leeromgevingId),
	],
);
