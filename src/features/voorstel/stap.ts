import type { Fragment, Node, Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceStep } from '@tiptap/pm/transform';
import {
	achterAnderen,
	alsErbij,
	haalWeg,
	merkBij,
	naBlok,
	zetAlinea,
	type Voorsteller,
} from './plek.ts';
import { splits, voegSamen, WEIGERING, zetCursor, type Omzetting } from './regel.ts';

/** One place that changes: `from` and `to` as before, `slice` comes instead. */
interface Verandering {
	from: number;
	to: number;
	slice: Slice;
}

/** Turns what somebody did in the text into a proposal to do it. */
export function alsVoorstel(did: Transaction, state: EditorState, wie: Voorsteller): Omzetting {
	const changes = veranderingen(did);
	if (!changes) return { weigering: WEIGERING.bouw };
	const tr = state.tr;
	let cursor: { pos: number; at: number } | undefined;
	for (const change of [...changes].sort((a, b) => b.from - a.from)) {
		const done = stelVoor(tr, change, { wie, state });
		if (typeof done === 'string') return { weigering: done };
		cursor ??= { pos: done, at: tr.mapping.maps.length };
	}
	if (cursor) zetCursor(tr, tr.mapping.slice(cursor.at).map(cursor.pos, -1));
	for (const key of ['paste', 'composition', 'uiEvent', 'inputType'])
		if (did.getMeta(key) !== undefined) tr.setMeta(key, did.getMeta(key));
	return { tr: did.scrolledIntoView ? tr.scrollIntoView() : tr };
}

/** The places that changed; undefined when it is no change of words. */
function veranderingen(tr: Transaction): Verandering[] | undefined {
	const { steps } = tr;
	if (steps.every((step) => step instanceof AddMarkStep || step instanceof RemoveMarkStep))
		return opmaak(tr);
	if (!steps.every((step) => step instanceof ReplaceStep)) return undefined;
	return los(tr) ?? [verschil(tr.before.content, tr.doc, 0)].filter((one) => one !== undefined);
}

/** Replacements that have nothing to do with each other, such as words that are dragged. */
function los(tr: Transaction): Verandering[] | undefined {
	const changes: Verandering[] = [];
	for (const [index, step] of tr.steps.entries()) {
		if (!(step instanceof ReplaceStep)) return undefined;
		const earlier = new Mapping(tr.mapping.maps.slice(0, index));
		const back = earlier.invert();
		const [from, to] = [back.map(step.from, 1), back.map(step.to, -1)];
		if (earlier.map(from, 1) !== step.from || earlier.map(to, 1) !== step.to) return undefined;
		if (changes.some((other) => from <= other.to && other.from <= to)) return undefined;
		changes.push({ from, to, slice: step.slice });
	}
	return changes;
}

/** Other marks on the same words: per block, for what is between blocks did not change. */
function opmaak(tr: Transaction): Verandering[] {
	const changes: Verandering[] = [];
	tr.before.descendants((node, pos) => {
		if (!node.isTextblock) return true;
		const now = tr.doc.nodeAt(pos);
		const change = now && verschil(node.content, now, pos + 1);
		if (change) changes.push(change);
		return false;
	});
	return changes;
}

function verschil(before: Fragment, after: Node, start: number): Verandering | undefined {
	const from = before.findDiffStart(after.content);
	const end = before.findDiffEnd(after.content);
	if (from === null || !end) return undefined;
	const overlap = Math.max(0, from - Math.min(end.a, end.b));
	const slice = after.slice(from, end.b + overlap);
	return { from: start + from, to: start + end.a + overlap, slice };
}

/** Proposes one change. Returns where the cursor comes, or why it cannot be. */
function stelVoor(
	tr: Transaction,
	{ from, to, slice }: Verandering,
	{ wie, state }: { wie: Voorsteller; state: EditorState },
): number | string {
	const lines = regels(slice);
	const words = lines.some((line) => line.length > 0);
	const $from = tr.doc.resolve(from);
	if (!words && lines.length > 1 && from === to) return splits(tr, from, wie);
	if (!words && tr.doc.textBetween(from, to) === '')
		return $from.sameParent(tr.doc.resolve(to)) ? WEIGERING.bouw : voegSamen(tr, { from, to }, wie);
	const merk = merkBij(tr.doc, [from, to], wie);
	const end = $from.parent.isTextblock ? Math.min(to, $from.end()) : to;
	const before = tr.mapping.maps.length;
	haalWeg(tr, from, to, { merk, door: wie.door });
	const here = tr.mapping.slice(before).map(end, -1);
	if (words) return zetErbij(tr, here, { lines, merk, wie });
	const forward = state.selection.empty && state.selection.from === from;
	return forward ? tr.mapping.slice(before).map(to) : from;
}

/** The lines of what comes instead: one per block of text in it. */
function regels(slice: Slice): Node[][] {
	const lines: Node[][] = [];
	const loose: Node[] = [];
	slice.content.forEach((node) =>
		node.isInline ? loose.push(node) : lines.push(...regelsVan(node)),
	);
	return loose.length > 0 ? [loose] : lines;
}

function regelsVan(node: Node): Node[][] {
	if (node.isTextblock) return [[...node.content.content]];
	return node.content.content.flatMap(regelsVan);
}

function zetErbij(
	tr: Transaction,
	at: number,
	{ lines, merk, wie }: { lines: Node[][]; merk: ReturnType<typeof merkBij>; wie: Voorsteller },
): number | string {
	const { schema } = tr.doc.type;
	if (!tr.doc.resolve(at).parent.isTextblock) return WEIGERING.bouw;
	const pos = achterAnderen(tr.doc, at, wie.door);
	const [first = [], ...rest] = lines;
	const words = alsErbij(schema, first, merk);
	tr.insert(pos, words);
	let cursor = pos + words.reduce((size, node) => size + node.nodeSize, 0);
	for (const line of rest) {
		const place = naBlok(tr.doc.resolve(cursor));
		if (!place) return WEIGERING.bouw;
		cursor = zetAlinea(tr, place, alsErbij(schema, line, merk));
	}
	return cursor;
}
