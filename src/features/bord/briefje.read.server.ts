import type { Actor } from '#access/actor.ts';
import {
	mayFinaliseBord,
	mayHaalWeg,
	mayLegBriefje,
	mayWijzigBriefje,
	type BordFacts,
} from '#access/bord.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import {
	briefjesVan,
	factsOfBriefje,
	telVerborgen,
	type BriefjeRow,
} from './briefje.rows.server.ts';
import { mijnDeelnemer } from './deelnemer.rows.server.ts';
import { findTafel } from './tafel.server.ts';

/** What I can do now with one of mine. */
function mayMet(actor: Actor, facts: BordFacts, row: BriefjeRow) {
	const van = factsOfBriefje(row);
	const ligt = row.weggehaaldOp === null;
	const wijzig = mayWijzigBriefje(actor, facts, van);
	return {
		wijzig: ligt && wijzig,
		weg: ligt && mayHaalWeg(actor, facts, van),
		terug: row.weggehaaldDoor === 'zelf' && wijzig && mayLegBriefje(actor, facts),
	};
}

/**
 * What I wrote, hidden or not, the newest first. It is the only question that answers with a hidden
 * briefje, and it answers who wrote it.
 */
export function mijnBriefjes(actor: Actor, bordId: string) {
	const { facts } = findTafel(actor, bordId);
	const mine = {
		deelnemerId: mijnDeelnemer(actor, bordId)?.id ?? null,
		persoonId: actor.soort === 'persoon' ? actor.persoonId : null,
	};
	return briefjesVan(bordId, mine).map((row) => ({
		id: row.id,
		tekst: row.tekst,
		soort: row.soort,
		fase: row.fase,
		perspectief: row.perspectief,
		/** Everybody sees it. */
		open: row.gelegdOp !== null,
		/** I wrote it down for somebody else. */
		namens: row.deelnemerId === null,
		/** Who took it away: only then it can be put back. */
		weg: row.weggehaaldOp === null ? null : row.weggehaaldDoor,
		may: mayMet(actor, facts, row),
	}));
}
export type MijnBriefje = ReturnType<typeof mijnBriefjes>[number];

/** In all phases; how many only, and to who may finish the bord: after that nobody lays them open. */
export function countVerborgen(actor: Actor, bordId: string): number {
	const { facts } = findTafel(actor, bordId);
	if (!mayFinaliseBord(actor, facts)) return 0;
	const fasen = Object.keys(FASEN) as Fase[];
	return fasen.reduce((som, fase) => som + telVerborgen(bordId, fase), 0);
}
