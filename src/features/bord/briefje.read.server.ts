import type { Actor } from '#access/actor.ts';
import {
	mayFinaliseBord,
	mayHaalWeg,
	mayLegBriefje,
	mayWijzigBriefje,
	type BordFacts,
	type BriefjeFacts,
} from '#access/bord.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import { briefjesVan, telVerborgen, type BriefjeRow } from './briefje.rows.server.ts';
import { mijnDeelnemer } from './deelnemer.rows.server.ts';
import { findTafel, type Waarvan } from './tafel.server.ts';

/** What I can do now with what is mine: the same with each. */
function mayMet(actor: Actor, facts: BordFacts, mine: BriefjeFacts) {
	const wijzig = mayWijzigBriefje(actor, facts, mine);
	const weg = mayHaalWeg(actor, facts, mine);
	const terug = wijzig && mayLegBriefje(actor, facts);
	return ({ weggehaaldOp, weggehaaldDoor }: BriefjeRow) => ({
		wijzig: weggehaaldOp === null && wijzig,
		weg: weggehaaldOp === null && weg,
		terug: weggehaaldDoor === 'zelf' && terug,
	});
}

/**
 * What I wrote, hidden or not, the newest first. It is the only question that answers with a hidden
 * briefje, and it answers who wrote it.
 */
export function mijnBriefjes(actor: Actor, bord: Waarvan) {
	const { row: waar, facts } = findTafel(actor, bord);
	const deelnemerId = mijnDeelnemer(actor, waar.id)?.id ?? null;
	const persoonId = actor.soort === 'persoon' ? actor.persoonId : null;
	const may = mayMet(actor, facts, { deelnemerId, persoonId, namensDoor: persoonId });
	return briefjesVan(waar.id, { deelnemerId, persoonId }).map((row) => ({
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
		may: may(row),
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
