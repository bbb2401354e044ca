import type { Mark, Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ERBIJ, isVoorstelNaam, VERDWIJNT_WEG, WEG, type VoorstelMerk } from './voorstel.ts';
import { blokVan } from './plek.ts';

/** One proposal as somebody reads it: what comes, what goes, and where. */
export interface Voorstel extends VoorstelMerk {
	erbij: string;
	weg: string;
	van: number;
	tot: number;
}

const isMerk = (mark: Mark) => isVoorstelNaam(mark.type.name);

/** All proposals in a text, in the order of the text. */
export function voorstellenIn(doc: Node): Voorstel[] {
	const found = new Map<string, Voorstel>();
	let block = 0;
	doc.descendants((node, pos) => {
		if (node.isTextblock) block = pos;
		if (!node.isText) return;
		for (const mark of node.marks.filter(isMerk)) {
			const { id, door, op } = mark.attrs as VoorstelMerk;
			const key = `${door} ${id}`;
			const known = found.get(key) ?? { id, door, op, erbij: '', weg: '', van: pos, tot: pos };
			const side = mark.type.name === ERBIJ ? 'erbij' : 'weg';
			const next = block > known.tot && known[side] ? ' ' : '';
			known[side] += `${next}${node.text ?? ''}`;
			known.tot = pos + node.nodeSize;
			found.set(key, known);
		}
	});
	return [...found.values()];
}

/** `trek-in` is what `wijs-af` is for the own: it leaves every block, for others may write in it. */
export type Keuze = 'neem-over' | 'wijs-af' | 'trek-in';

interface Stuk {
	from: number;
	to: number;
	marks: Mark[];
	goes: boolean;
}

/**
 * Takes proposals over, or refuses them: the words that were added stay or go, the words that were
 * to be taken away go or stay. True when there were any.
 */
export function beslis(
	tr: Transaction,
	keuze: Keuze,
	hoort: (merk: VoorstelMerk) => boolean,
): boolean {
	const stukken: Stuk[] = [];
	const gaat = keuze === 'neem-over' ? WEG : ERBIJ;
	tr.doc.descendants((node, pos) => {
		if (!node.isText) return;
		const marks = node.marks.filter((mark) => isMerk(mark) && hoort(mark.attrs as VoorstelMerk));
		if (marks.length === 0) return;
		const goes = marks.some((mark) => mark.type.name === gaat);
		stukken.push({ from: pos, to: pos + node.nodeSize, marks, goes });
	});
	for (const { from, to, marks, goes } of stukken.reverse()) {
		if (goes) {
			tr.delete(from, to);
			ruimOp(tr, from, keuze);
		} else for (const mark of marks) tr.removeMark(from, to, mark);
	}
	return stukken.length > 0;
}

/** A block without a word left goes as well, where the text may miss it. */
function ruimOp(tr: Transaction, pos: number, keuze: Keuze) {
	const $pos = tr.doc.resolve(pos);
	if ($pos.parent.content.size > 0 || keuze === 'trek-in') return;
	if (keuze === 'wijs-af') {
		const block = blokVan($pos);
		if (block) tr.delete(block.from, block.to);
		return;
	}
	let depth = $pos.depth;
	const goes = (at: number) => VERDWIJNT_WEG.has($pos.node(at).type.name);
	if (!goes(depth)) return;
	while (depth > 1 && $pos.node(depth - 1).childCount === 1 && goes(depth - 1)) depth--;
	const index = $pos.index(depth - 1);
	if ($pos.node(depth - 1).canReplace(index, index + 1))
		tr.delete($pos.before(depth), $pos.after(depth));
}
