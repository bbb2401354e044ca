import { Fragment, type Mark, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ERBIJ, WEG, type VoorstelMerk } from './voorstel.ts';

/** What may be proposed where, and the steps that propose it. Positions are in `tr.doc`. */

export interface Voorsteller {
	door: string;
	/** A new id, and the time as ISO: of the proposal this may become. */
	nieuw(): { id: string; op: string };
}

const ITEMS = new Set(['listItem', 'taskItem']);
export const NEEMT_ALINEA = new Set([
	'doc',
	'listItem',
	'taskItem',
	'blockquote',
	'tableCell',
	'tableHeader',
]);

const merkenVan = (node: Node | null | undefined, naam: string): readonly Mark[] =>
	node?.marks.filter((mark) => mark.type.name === naam) ?? [];

export const isEigen = (node: Node | null | undefined, door: string): boolean =>
	merkenVan(node, ERBIJ).some((mark) => mark.attrs['door'] === door);

const isWeg = (node: Node) => merkenVan(node, WEG).length > 0;

/** Every word in it was added by this person; nothing at all counts too. */
export const alleenEigen = (content: Fragment, door: string): boolean =>
	content.content.every((node) => node.isText && isEigen(node, door));

/** The own proposal that touches these positions, to go on with; else a new one. */
export function merkBij(doc: Node, posities: readonly number[], wie: Voorsteller): VoorstelMerk {
	for (const pos of posities) {
		const $pos = doc.resolve(pos);
		for (const near of [$pos.nodeBefore, $pos.nodeAfter]) {
			const own = [...merkenVan(near, ERBIJ), ...merkenVan(near, WEG)].find(
				(mark) => mark.attrs['door'] === wie.door,
			);
			if (own) return own.attrs as VoorstelMerk;
		}
	}
	return { ...wie.nieuw(), door: wie.door };
}

/** Takes own words away and proposes to take the others away. True when anything changed. */
export function haalWeg(
	tr: Transaction,
	van: number,
	tot: number,
	{ merk, door }: { merk: VoorstelMerk; door: string },
): boolean {
	const stukken: { from: number; to: number; eigen: boolean }[] = [];
	tr.doc.nodesBetween(van, tot, (node, pos) => {
		if (!node.isText) return;
		const [from, to] = [Math.max(pos, van), Math.min(pos + node.nodeSize, tot)];
		const eigen = isEigen(node, door);
		if (from < to && (eigen || !isWeg(node))) stukken.push({ from, to, eigen });
	});
	const weg = tr.doc.type.schema.marks[WEG]!.create({ ...merk });
	for (const { from, to, eigen } of stukken.reverse())
		if (eigen) tr.delete(from, to);
		else tr.addMark(from, to, weg);
	return stukken.length > 0;
}

/** The words of a line as a proposal to add them; what is no text has no place in one. */
export function alsErbij(schema: Schema, line: readonly Node[], merk: VoorstelMerk): Node[] {
	const erbij = schema.marks[ERBIJ]!.create({ ...merk });
	return line.flatMap((node) => {
		const text = node.isText ? (node.text ?? '') : ' ';
		const marks = node.marks.filter(({ type }) => type.name !== ERBIJ && type.name !== WEG);
		return text ? [schema.text(text, erbij.addToSet(marks))] : [];
	});
}

/** Not inside the words that somebody else added: behind them. */
export function achterAnderen(doc: Node, pos: number, door: string): number {
	const $pos = doc.resolve(pos);
	const ander = merkenVan($pos.nodeBefore, ERBIJ).find(
		(mark) => mark.attrs['door'] !== door && mark.isInSet($pos.nodeAfter?.marks ?? []),
	);
	if (!ander) return pos;
	let index = $pos.index();
	let end = pos - $pos.textOffset;
	if ($pos.textOffset > 0) end += $pos.parent.child(index++).nodeSize;
	while (index < $pos.parent.childCount && ander.isInSet($pos.parent.child(index).marks))
		end += $pos.parent.child(index++).nodeSize;
	return end;
}

/** Where a new paragraph goes that comes after the block of this position; undefined: nowhere. */
export function naBlok($pos: ResolvedPos): { pos: number; item: Node | undefined } | undefined {
	if (!$pos.parent.isTextblock || $pos.depth === 0) return undefined;
	const outer = $pos.node(-1);
	if (ITEMS.has(outer.type.name)) return { pos: $pos.after(-1), item: outer };
	return NEEMT_ALINEA.has(outer.type.name) ? { pos: $pos.after(), item: undefined } : undefined;
}

/** Before the block, of which the own paragraph then is the first. */
export function voorBlok($pos: ResolvedPos): { pos: number; item: Node | undefined } | undefined {
	const place = naBlok($pos);
	if (!place) return undefined;
	if (place.item) return $pos.index(-1) === 0 ? { ...place, pos: $pos.before(-1) } : undefined;
	const free = $pos.node(-1).type.name === 'doc' || $pos.index(-1) > 0;
	return free ? { ...place, pos: $pos.before() } : undefined;
}

/** An own paragraph, or an own item of the same kind of list. Returns where its words end. */
export function zetAlinea(
	tr: Transaction,
	{ pos, item }: { pos: number; item: Node | undefined },
	words: readonly Node[],
): number {
	const { schema } = tr.doc.type;
	const alinea = schema.nodes['paragraph']!.create(null, Fragment.fromArray([...words]));
	const node = item ? item.type.create(null, alinea) : alinea;
	tr.insert(pos, node);
	return pos + (item ? 2 : 1) + alinea.content.size;
}

/** The paragraph or the item that may go when it holds nothing of others; undefined: neither. */
export function blokVan($pos: ResolvedPos): { from: number; to: number } | undefined {
	const place = voorBlok($pos);
	if ($pos.parent.type.name !== 'paragraph' || !place) return undefined;
	if (!place.item) {
		const only = $pos.node(-1).childCount === 1;
		return only ? undefined : { from: $pos.before(), to: $pos.after() };
	}
	if (place.item.childCount !== 1) return undefined;
	if ($pos.node(-2).childCount > 1) return { from: $pos.before(-1), to: $pos.after(-1) };
	const outer = $pos.node(-3);
	const goes = outer.type.name === 'doc' ? outer.childCount > 1 : $pos.index(-3) > 0;
	return goes ? { from: $pos.before(-2), to: $pos.after(-2) } : undefined;
}
