import { mayReadBord, type BordFacts } from '#access/bord.ts';
import type { Actor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { factsOfBord } from './find.server.ts';
import { bordRow, type BordRow } from './rows.server.ts';
import { standOf, type StandRow } from './stand.server.ts';

/** A bord with how it stands now, and what the rules ask of it. */
export interface Tafel {
	row: BordRow;
	stand: StandRow;
	facts: BordFacts;
}

/** Which bord; or the bord itself, found for this actor, where one answer asks several things of it. */
export type Waarvan = string | Tafel;

function lees(bordId: string): Tafel | undefined {
	const row = bordRow(bordId);
	const stand = row && standOf(row.id);
	return stand && { row, stand, facts: factsOfBord(row, stand) };
}

/** For who may not know of it, it does not exist. */
export const findTafel = (actor: Actor, bord: Waarvan): Tafel =>
	typeof bord === 'string'
		? mustFind(
				lees(bord),
				({ row, facts }) => row.weggehaaldOp === null && mayReadBord(actor, facts),
			)
		: bord;
