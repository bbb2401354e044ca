import type { Actor } from '#access/actor.ts';
import { mayArrange, mayReadBord } from '#access/bord.ts';
import type { SyncRight } from '#sync/kind.ts';
import type { ServerKind } from '#sync/server/kind.ts';
import { BORD_SHAPE } from './document.ts';
import { factsOfBord, isWeg } from './find.server.ts';
import { projectBord } from './project.server.ts';
import { bordRow } from './rows.server.ts';

/**
 * What this actor may over the socket; undefined for a bord that is not there or not theirs. Of one
 * that was removed the program itself still takes out what somebody takes back.
 */
export function rightOf(actor: Actor, bordId: string): SyncRight | undefined {
	const row = bordRow(bordId);
	if (!row || (row.weggehaaldOp !== null && actor.soort !== 'systeem')) return undefined;
	const facts = factsOfBord(row);
	if (mayArrange(actor, facts)) return 'schrijven';
	return mayReadBord(actor, facts) ? 'lezen' : undefined;
}

/** A bord as the sync server needs it. */
export const bordKind: ServerKind = {
	shape: BORD_SHAPE,
	rightOf,
	isGone: isWeg,
	project: projectBord,
};
