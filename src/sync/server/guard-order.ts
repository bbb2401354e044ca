import * as Y from 'yjs';
import { need } from './reject.ts';

/** Further than this nobody looks: between two neighbours lies what others wrote meanwhile. */
const MAX_STEPS = 10_000;

/**
 * Whether the two neighbours that a struct names can have been side by side for who wrote it. If
 * not, two browsers may put it in different places, and never agree again. Nobody sees a struct
 * without what it lay beside when it was written: so the left neighbour of the right one is the left
 * one or lies before it, and the other way round. `stored` gives a struct that the document has.
 */
export function needNeighbours(item: Y.Item, stored: (id: Y.ID) => Y.Item | undefined) {
	const { origin, rightOrigin } = item;
	const left = origin && stored(origin);
	const right = rightOrigin && stored(rightOrigin);
	// what is new as well is looked at by itself
	if (left === undefined || right === undefined) return;
	if (left && right) return needBeside([left, origin], [right, rightOrigin]);
	if (right) need(rightOrigin.clock === right.id.clock && right.origin === null, 'order');
	if (left) need(left.rightOrigin === null, 'order');
}

function needBeside([left, from]: [Y.Item, Y.ID], [right, to]: [Y.Item, Y.ID]) {
	if (left === right) return need(to.clock === from.clock + 1, 'order');
	need(to.clock === right.id.clock, 'order');
	const [before, after] = [right.origin, left.rightOrigin];
	need(!before || !holds(left, before) || before.clock <= from.clock, 'order');
	let at = left.right;
	for (let step = 0; at !== right && step < MAX_STEPS; step++) {
		need(at !== null, 'order');
		need(!(before && holds(at, before)) && !(after && holds(at, after)), 'order');
		at = at.right;
	}
}

const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID) =>
	id.client === client && id.clock <= clock && clock < id.clock + length;
