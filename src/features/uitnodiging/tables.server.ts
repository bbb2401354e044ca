import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import type { LeeromgevingRol, Perspectief, WerkplaatsRol } from '../../access/actor.ts';
import { leeromgeving } from '../leeromgeving/tables.server.ts';
import { organisatie } from '../partner/tables.server.ts';
import { persoon } from '../persoon/tables.server.ts';
import { werkplaatsId } from '../werkplaats/tables.server.ts';

/**
 * An invitation: into a team with a role and perspective, or with a role into the werkplaats.
 * By mail (`email`), or as a link or a code on paper that is handed over.
 */
export const uitnodiging = sqliteTable('uitnodiging', {
	id: id(),
	werkplaatsId: werkplaatsId(),
	naam: text('naam').notNull().default(''),
	email: text('email').notNull().default(''),
	leeromgevingId: text('leeromgeving_id').references(() => leeromgeving.id, {
		onDelete: 'cascade',
	}),
	leeromgevingRol: text('leeromgeving_rol').$type<LeeromgevingRol>(),
	perspectief: text('perspectief').$type<Perspectief>(),
	namensId: text('namens_id').references(() => organisatie.id, { onDelete: 'set null' }),
	werkplaatsRol: text('werkplaats_rol').$type<WerkplaatsRol>(),
	/** An existing persoon without account that this invitation is for. */
	persoonId: text('persoon_id').references(() => persoon.id, { onDelete: 'cascade' }),
	tokenHash: text('token_hash').notNull().unique(),
	/** HMAC of the code on paper. */
	codeHmac: text('code_hmac').unique(),
	door: text('door'),
	createdAt: createdAt(),
	verlooptOp: integer('verloopt_op', { mode: 'timestamp_ms' }).notNull(),
	aanvaardOp: integer('aanvaard_op', { mode: 'timestamp_ms' }),
	aanvaardDoor: text('aanvaard_door'),
	ingetrokkenOp: integer('ingetrokken_op', { mode: 'timestamp_ms' }),
	ingetrokkenDoor: text('ingetrokken_door'),
});
