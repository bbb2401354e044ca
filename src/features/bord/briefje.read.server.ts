import type { Actor } from '#access/actor.ts';
import { briefjesVan } from './briefje.rows.server.ts';
import { mijnDeelnemer } from './deelnemer.rows.server.ts';
import { findTafel } from './tafel.server.ts';

/**
 * What I wrote, hidden or not, the newest first. It is the only question that answers with a hidden
 * briefje, and it answers who wrote it.
 */
export function mijnBriefjes(actor: Actor, bordId: string) {
	findTafel(actor, bordId);
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
	}));
}
export type MijnBriefje = ReturnType<typeof mijnBriefjes>[number];
