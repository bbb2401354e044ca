import type { Actor } from '#access/actor.ts';
import { mayRegie } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { mijnDeelnemer } from './deelnemer.rows.server.ts';
import { findTafel, type Waarvan } from './tafel.server.ts';
import { gevers, perGroep, rondeRow, som, stippenVan, totalen } from './stip.rows.server.ts';

/** My own dots of the round on the bord, to groups that are there; null when there is no round. */
export function mijnStippen(actor: Actor, bord: Waarvan) {
	const { row, stand } = findTafel(actor, bord);
	const bordId = row.id;
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
export function listStippen(actor: Actor, bord: Waarvan) {
	const { row, stand } = findTafel(actor, bord);
	const ronde = rondeRow(row.id, stand.rondeId);
	if (actor.soort === 'gast' || !ronde || ronde.geheim || ronde.uitslagOp === null) return null;
	return gevers(ronde);
}

/** The running total, for who holds regie alone. */
export function tussenstand(actor: Actor, bord: Waarvan) {
	const { row, facts, stand } = findTafel(actor, bord);
	must(mayRegie(actor, facts));
	const ronde = rondeRow(row.id, stand.rondeId);
	if (!ronde) return null;
	return { rondeId: ronde.id, stippen: totalen(row.id, ronde.id) };
}
