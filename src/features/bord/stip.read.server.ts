import type { Actor } from '#access/actor.ts';
import { mayRegie } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { mijnDeelnemer } from './deelnemer.rows.server.ts';
import { findTafel } from './tafel.server.ts';
import { gevers, perGroep, rondeRow, som, stippenVan, totalen } from './stip.rows.server.ts';

/** My own dots of the round on the bord, to groups that are there; null when there is no round. */
export function mijnStippen(actor: Actor, bordId: string) {
	const { stand } = findTafel(actor, bordId);
	const ronde = rondeRow(bordId, stand.rondeId);
	if (!ronde) return null;
	const mine = mijnDeelnemer(actor, bordId);
	const gegeven = mine ? stippenVan(ronde.id, mine.id) : [];
	const stippen = perGroep(bordId, gegeven);
	const metReden = gegeven.filter(({ groepId, reden }) => reden !== '' && groepId in stippen);
	return {
		rondeId: ronde.id,
		dicht: ronde.geslotenOp !== null,
		over: ronde.budget - som(stippen),
		/** groepId → how many. */
		stippen,
		/** Of a story that I chose, why: nobody else sees it before the outcome is shown. */
		redenen: Object.fromEntries(metReden.map(({ groepId, reden }) => [groepId, reden])),
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
	return { rondeId: ronde.id, stippen: totalen(bordId, ronde.id) };
}
