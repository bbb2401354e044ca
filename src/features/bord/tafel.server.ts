import type { Actor } from '#access/actor.ts';
import type { BordFacts } from '#access/bord.ts';
import { factsOfBord, findBord, type BordRow } from './find.server.ts';
import { standOf, type StandRow } from './stand.server.ts';

/** A bord with how it stands now, and what the rules ask of it. */
export interface Tafel {
	row: BordRow;
	stand: StandRow;
	facts: BordFacts;
}

/** For who may not know of it, it does not exist. */
export function findTafel(actor: Actor, bordId: string): Tafel {
	const row = findBord(actor, bordId);
	return { row, stand: standOf(row.id), facts: factsOfBord(row) };
}
