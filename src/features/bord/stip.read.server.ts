import { eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayRegie } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { mijnDeelnemer } from './deelnemer.rows.server.ts';
import { findTafel } from './tafel.server.ts';
import { gevers, perGroep, rondeRow, som, stippenVan, totalen } from './stip.rows.server.ts';
import { stipnamens } from './tables.server.ts';

/** My own dots of the round on the bord, to groups that are there; null when there is no round. */
export function mijnStippen(actor: Actor, bordId: string) {
	const { stand } = findTafel(actor, bordId);
	const ronde = rondeRow(bordId, stand.rondeId);
	if (!ronde) return null;
	const mine = mijnDeelnemer(actor, bordId);
	const stippen = mine ? perGroep(bordId, stippenVan(ronde.id, mine.id)) : {};
	return {
		rondeId: ronde.id,
		dicht: ronde.geslotenOp !== null,
		over: ronde.budget - som(stippen),
		/** groepId → how many. */
		stippen,
	};
}
export type MijnStippen = NonNullable<ReturnType<typeof mijnStippen>>;

/** Who gave which, of a round that was open about that from its start; not for a gast. */
export function listStippen(actor: Actor, bordId: string) {
	const { stand } = findTafel(actor, bordId);
	const ronde = rondeRow(bordId, stand.rondeId);
	if (actor.soort === 'gast' || !ronde || ronde.geheim || ronde.uitslagOp === null) return null;
	return gevers(ronde);
}

/** The running total, for who holds regie alone. */
export function tussenstand(actor: Actor, bordId: string) {
	const { facts, stand } = findTafel(actor, bordId);
	must(mayRegie(actor, facts));
	const ronde = rondeRow(bordId, stand.rondeId);
	if (!ronde) return null;
	const geteld = db()
		.select({ id: stipnamens.id, groepId: stipnamens.groepId, aantal: stipnamens.aantal })
		.from(stipnamens)
		.where(eq(stipnamens.rondeId, ronde.id))
		.all();
	return { rondeId: ronde.id, stippen: totalen(bordId, ronde.id), geteld };
}
