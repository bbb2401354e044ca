import type { Actor } from '#access/actor.ts';
import { mayArrange } from '#access/bord.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { factsOfBord, findBord } from './find.server.ts';

/** Who may be named in an afspraak; nobody for who may not write one. */
export function listMensen(actor: Actor, bordId: string): { id: string; naam: string }[] {
	const row = findBord(actor, bordId);
	if (!mayArrange(actor, factsOfBord(row))) return [];
	return ledenNu([row.leeromgevingId]).map(({ id, naam }) => ({ id, naam }));
}
