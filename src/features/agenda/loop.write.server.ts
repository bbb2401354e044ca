import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayLoopAgenda } from '#access/bijeenkomst.ts';
import { must, mustFind } from '#access/must.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import {
	allePunten,
	findAgenda,
	findPunt,
	loopRows,
	openLoop,
	type LoopRow,
	type PuntRow,
} from './find.server.ts';
import type { ErbijInput, PauzeInput } from './input.ts';
import { zetKop } from './kop.server.ts';
import { tellAgenda } from './nieuws.server.ts';
import { puntloop } from './tables.server.ts';

interface Van {
	bijeenkomstId: string;
	/** The loop that the actor saw at hand; empty for none. Another one now: somebody was first. */
	van: string;
}

function findToLoop(actor: Actor, { bijeenkomstId, van }: Van) {
	const { row, facts } = findAgenda(actor, bijeenkomstId);
	must(mayLoopAgenda(actor, facts));
	const open = openLoop(row.id);
	return { row, open, isFirst: (open?.id ?? '') === van };
}

function close(open: LoopRow | undefined) {
	if (!open) return;
	db().update(puntloop).set({ geeindigdOp: now() }).where(eq(puntloop.id, open.id)).run();
}

/** Everybody goes there: the one at hand is over, this one begins. */
function begin(actor: Actor, open: LoopRow | undefined, punt: PuntRow) {
	db().transaction(() => {
		close(open);
		db()
			.insert(puntloop)
			.values({
				bijeenkomstId: punt.bijeenkomstId,
				puntId: punt.id,
				begonnenOp: now(),
				door: doorWie(actor),
			})
			.run();
		zetKop(actor, punt);
	});
	tellAgenda(punt.bijeenkomstId);
}

/** What comes after the point at hand; with none at hand the first that was not there yet. */
function volgende(bijeenkomstId: string, open: LoopRow | undefined): PuntRow | undefined {
	const alle = allePunten(bijeenkomstId);
	const at = alle.findIndex(({ id }) => id === open?.puntId);
	const geweest = new Set(open ? [] : loopRows(bijeenkomstId).map(({ puntId }) => puntId));
	return alle
		.slice(at + 1)
		.find(({ id, weggehaaldOp }) => weggehaaldOp === null && !geweest.has(id));
}

/**
 * Everybody to the next point; after the last one the agenda is done. Two people who press at once
 * move one point: the second one saw a point that is no longer at hand.
 */
export function nextPunt(actor: Actor, input: Van): { verder: boolean } {
	const { row, open, isFirst } = findToLoop(actor, input);
	if (!isFirst) return { verder: false };
	const punt = volgende(row.id, open);
	if (punt) begin(actor, open, punt);
	else if (open) end(row.id, open);
	else throw new Invalid('Er staat niets meer op de agenda. Voeg eerst een punt toe.');
	return { verder: true };
}

/** Everybody to this point, wherever it stands. Without a point: to the first. */
export function startPunt(actor: Actor, { punt: id, ...input }: Van & { punt: string }) {
	if (id === '') return nextPunt(actor, input);
	const { row, open, isFirst } = findToLoop(actor, input);
	if (!isFirst || open?.puntId === id) return { verder: false };
	const punt = mustFind(findPunt(row.id, id), ({ weggehaaldOp }) => weggehaaldOp === null);
	begin(actor, open, punt);
	return { verder: true };
}

/** The clock stands still, or goes on; nothing when it already does. */
export function pausePunt(
	actor: Actor,
	{ klok, ...input }: PauzeInput & { bijeenkomstId: string },
) {
	const { row, open, isFirst } = findToLoop(actor, input);
	if (!isFirst || !open || (open.gepauzeerdOp !== null) === (klok === 'stil')) return;
	const nu = now();
	const stond = open.gepauzeerdOp ? nu.getTime() - open.gepauzeerdOp.getTime() : 0;
	const values = {
		gepauzeerdOp: klok === 'stil' ? nu : null,
		gepauzeerdMs: open.gepauzeerdMs + stond,
	};
	db().update(puntloop).set(values).where(eq(puntloop.id, open.id)).run();
	tellAgenda(row.id);
}

/** So many minutes more than planned. It never takes away: who press at once add one together. */
export function extendPunt(
	actor: Actor,
	{ extra, ...input }: ErbijInput & { bijeenkomstId: string },
) {
	const { row, open, isFirst } = findToLoop(actor, input);
	if (!isFirst || !open || extra <= open.extraMinuten) return;
	const values = { extraMinuten: open.extraMinuten + 1 };
	db().update(puntloop).set(values).where(eq(puntloop.id, open.id)).run();
	tellAgenda(row.id);
}

/** Nothing is at hand any more; what was not done stays open. */
export function finaliseAgenda(actor: Actor, input: Van) {
	const { row, open, isFirst } = findToLoop(actor, input);
	if (isFirst && open) end(row.id, open);
}

function end(bijeenkomstId: string, open: LoopRow) {
	close(open);
	tellAgenda(bijeenkomstId);
}
