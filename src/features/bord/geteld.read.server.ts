import { and, eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayRegie } from '#access/bord.ts';
import { db } from '#server/db/db.ts';
import { rondeRow } from './stip.rows.server.ts';
import { stipnamens } from './tables.server.ts';
import { findTafel, type Waarvan } from './tafel.server.ts';

/**
 * Dots that were counted in the room. As long as nobody may know how it goes: all for who holds regie,
 * and for a helper what they counted. With the outcome for everybody of the team.
 */
export function listGeteld(actor: Actor, bord: Waarvan) {
	const { row, facts, stand } = findTafel(actor, bord);
	const ronde = rondeRow(row.id, stand.rondeId);
	if (!ronde || actor.soort === 'gast') return [];
	const isAlles = ronde.uitslagOp !== null || mayRegie(actor, facts);
	return db()
		.select({ id: stipnamens.id, groepId: stipnamens.groepId, aantal: stipnamens.aantal })
		.from(stipnamens)
		.where(
			and(
				eq(stipnamens.rondeId, ronde.id),
				isAlles ? undefined : eq(stipnamens.door, doorWie(actor) ?? ''),
			),
		)
		.all();
}
