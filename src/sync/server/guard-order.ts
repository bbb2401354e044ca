import * as Y from 'yjs';

/** Further than this nobody looks: between two neighbours lies what others wrote meanwhile. */
const MAX_STEPS = 10_000;

/**
 * Whether the two neighbours that a struct names can have been side by side for who wrote it. If
 * not, two browsers may put it in different places, and never agree again. Nobody sees a struct
 * without what it lay beside when it was written: so the left neighbour of the right one is the left
 * one or lies before it, and the other way round. `stored` gives a struct that the document has.
 */
export function wereNeighbours(item: Y.Item, stored: Stored): boolean {
	const { origin, rightOrigin } = item;
	const left = origin && stored(origin);
	const right = rightOrigin && stored(rightOrigin);
	// what is new as well is looked at by itself
	if (left === undefined || right === undefined) return true;
	const mayBe =
		left && right
			? areBeside([left, origin], [right, rightOrigin])
			: !left?.rightOrigin && !right?.origin && rightOrigin?.clock === right?.id.clock;
	return mayBe || isCrooked(left, stored) || isCrooked(right, stored);
}

/** A struct that the document has. */
type Stored = (id: Y.ID) => Y.Item | undefined;

/**
 * An undo of Yjs 13 can bring something back between neighbours that no longer stand in that order
 * (yjs#794). Where that ended up is not the same everywhere, so it says nothing of what lies beside.
 */
function isCrooked(item: Y.Item | null, stored: Stored): boolean {
	if (!item?.origin || !item.rightOrigin) return false;
	const from = stored(item.origin);
	const to = stored(item.rightOrigin);
	if (!from || !to) return false;
	if (from === to) return item.rightOrigin.clock <= item.origin.clock;
	let at: Y.Item | null = from;
	for (let step = 0; at && at !== to && step < MAX_STEPS; step++) at = at.right;
	return at === null;
}

function areBeside([left, from]: [Y.Item, Y.ID], [right, to]: [Y.Item, Y.ID]): boolean {
	if (left === right) return to.clock === from.clock + 1;
	const [before, after] = [right.origin, left.rightOrigin];
	if (to.clock !== right.id.clock) return false;
	if (before && holds(left, before) && before.clock > from.clock) return false;
	let at = left.right;
	for (let step = 0; at !== right && step < MAX_STEPS; step++) {
		if (!at || (before && holds(at, before)) || (after && holds(at, after))) return false;
		at = at.right;
	}
	return true;
}

const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID) =>
	id.client === client && id.clock <= clock && clock < id.clock + length;
