import type { ResolvedPos } from '@tiptap/pm/model';
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import {
	alleenEigen,
	blokVan,
	haalWeg,
	merkBij,
	naBlok,
	NEEMT_ALINEA,
	voorBlok,
	zetAlinea,
	type Voorsteller,
} from './plek.ts';

/** An edit as a proposal, or the sentence that says why it cannot be one. */
export type Omzetting = { tr: Transaction } | { weigering: string };

export const WEIGERING = {
	bouw: 'Dit kun je niet voorstellen. Zet er een opmerking bij.',
	splitsen: 'Je kunt een alinea niet splitsen. Zet de cursor aan het eind.',
	samenvoegen: 'Je kunt alinea’s van anderen niet samenvoegen.',
} as const;

export const zetCursor = (tr: Transaction, pos: number) =>
	tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)), -1));

/** Enter: a new paragraph, with the own words behind the cursor. What others wrote stays whole. */
export function splits(tr: Transaction, pos: number, wie: Voorsteller): number | string {
	const $pos = tr.doc.resolve(pos);
	if (!$pos.parent.isTextblock) return WEIGERING.bouw;
	const { parent, parentOffset } = $pos;
	const tail = parent.content.cut(parentOffset);
	if (parent.content.size === 0) {
		const out = uitLijst(tr, $pos);
		if (out !== undefined) return out;
	}
	if (alleenEigen(tail, wie.door)) {
		const place = naBlok($pos);
		if (!place) return WEIGERING.bouw;
		const end = zetAlinea(tr, place, tail.content);
		if (tail.size > 0) tr.delete(pos, $pos.end());
		return end - 2 * tail.size;
	}
	const place = parentOffset === 0 ? voorBlok($pos) : undefined;
	if (!place) return WEIGERING.splitsen;
	// whoever may not split these words wants to write above them
	return zetAlinea(tr, place, []);
}

/** Enter in an empty last item: the list ends, a paragraph begins. */
function uitLijst(tr: Transaction, $pos: ResolvedPos): number | undefined {
	const item = blokVan($pos);
	const place = naBlok($pos);
	if (!item || !place?.item || item.to !== $pos.after(-1)) return undefined;
	if ($pos.indexAfter(-2) !== $pos.node(-2).childCount) return undefined;
	const outer = $pos.node(-3);
	if (!NEEMT_ALINEA.has(outer.type.name)) return undefined;
	const end = zetAlinea(tr, { pos: $pos.after(-2), item: undefined }, []);
	tr.delete(item.from, item.to);
	return tr.mapping.slice(tr.mapping.maps.length - 1).map(end);
}

/** Enter, wherever it is pressed. */
export function nieuweRegel(state: EditorState, wie: Voorsteller): Omzetting {
	const { from, to, $from } = state.selection;
	const tr = state.tr;
	const merk = merkBij(tr.doc, [from, to], wie);
	haalWeg(tr, from, to, { merk, door: wie.door });
	const end = from === to || !$from.parent.isTextblock ? to : Math.min(to, $from.end());
	return afgerond(tr, splits(tr, tr.mapping.map(end), wie));
}

/** Backspace at the start of a block (-1), Delete at its end (1). Undefined: not there. */
export function overGrens(
	state: EditorState,
	wie: Voorsteller,
	way: -1 | 1,
): Omzetting | undefined {
	const { $from, empty } = state.selection;
	if (!empty || !$from.parent.isTextblock) return undefined;
	if ($from.pos !== (way < 0 ? $from.start() : $from.end())) return undefined;
	const edge = state.doc.resolve(way < 0 ? $from.before() : $from.after());
	const near = Selection.findFrom(edge, way, true);
	if (!near) return { tr: state.tr };
	const [from, to] = way < 0 ? [near.from, $from.pos] : [$from.pos, near.from];
	const between = state.doc.slice(from, to).content;
	let atom = false;
	between.descendants((node) => {
		atom ||= node.isAtom;
		return !atom;
	});
	if (atom) return undefined;
	const tr = state.tr;
	return afgerond(tr, voegSamen(tr, { from, to }, wie));
}

function afgerond(tr: Transaction, done: number | string): Omzetting {
	if (typeof done === 'string') return { weigering: done };
	zetCursor(tr, done);
	return { tr: tr.scrollIntoView() };
}

/** Backspace between two blocks: an empty one or an own one goes up into the other. */
export function voegSamen(
	tr: Transaction,
	{ from, to }: { from: number; to: number },
	{ door }: Voorsteller,
): number | string {
	const [$from, $to] = [tr.doc.resolve(from), tr.doc.resolve(to)];
	if (!$from.parent.isTextblock || !$to.parent.isTextblock) return WEIGERING.bouw;
	if (from !== $from.end() || to !== $to.start()) return WEIGERING.bouw;
	const place = blokVan($to);
	if (place && alleenEigen($to.parent.content, door)) {
		const words = $to.parent.content;
		tr.delete(place.from, place.to);
		tr.insert(from, words);
		return from;
	}
	const above = $from.parent.content.size === 0 ? blokVan($from) : undefined;
	if (!above) return WEIGERING.samenvoegen;
	tr.delete(above.from, above.to);
	return tr.mapping.slice(tr.mapping.maps.length - 1).map(to);
}
