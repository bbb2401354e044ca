import type { Actor } from '#access/actor.ts';
import { mayRegie } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { deelnemersOf, mijnDeelnemer, weggestuurdVan, zitErNu } from './deelnemer.rows.server.ts';
import { findTafel, type Waarvan } from './tafel.server.ts';
import { terugcodeVan, toonTerugcode } from './terugcode.server.ts';

/** How I sit at this bord; null for who only reads, and for who has not sat down yet this time. */
export function ikAanTafel(actor: Actor, bord: Waarvan) {
	const { row, stand } = findTafel(actor, bord);
	const mine = mijnDeelnemer(actor, row.id);
	if (!mine || !zitErNu(mine)) return null;
	const { id, naam, perspectief, klaarFase, handOp } = mine;
	const klaar = klaarFase === stand.fase;
	return { id, naam, perspectief, klaar, hand: handOp !== null };
}

/** Who sits at the table, for who holds regie: hands first, in the order in which they went up. */
export function listDeelnemers(actor: Actor, bord: Waarvan) {
	const { row: waar, facts, stand } = findTafel(actor, bord);
	must(mayRegie(actor, facts));
	const hand = (at: Date | null) => at?.getTime() ?? Infinity;
	return deelnemersOf(waar.id)
		.toSorted((a, b) => (hand(a.handOp) === hand(b.handOp) ? 0 : hand(a.handOp) - hand(b.handOp)))
		.map((row) => ({
			id: row.id,
			naam: row.naam,
			perspectief: row.perspectief,
			gast: row.persoonId === null,
			hand: row.handOp !== null,
			klaar: row.klaarFase === stand.fase,
		}));
}

/** Gasten who were sent away this time, for who holds regie. */
export function listWeggestuurd(actor: Actor, bord: Waarvan) {
	const { row, facts } = findTafel(actor, bord);
	must(mayRegie(actor, facts));
	return weggestuurdVan(row.id)
		.filter(({ persoonId }) => persoonId === null)
		.map(({ id, naam }) => ({ id, naam }));
}
export type Deelnemer = ReturnType<typeof listDeelnemers>[number];

/** "abcde fghij": with it a gast finds back afterwards what was theirs. */
export function mijnTerugcode(actor: Actor, bordId: string): string | null {
	findTafel(actor, bordId);
	const mine = actor.soort === 'gast' ? mijnDeelnemer(actor, bordId) : undefined;
	return mine && mine.terugHmac !== null ? toonTerugcode(terugcodeVan(mine.id)) : null;
}
