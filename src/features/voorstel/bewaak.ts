import * as Y from 'yjs';
import { plainOfElement, TEKST_ROOT } from '#features/tekst/document.ts';
import type { TekstMark, TekstNode } from '#features/tekst/node.ts';
import { doorVan, ERBIJ, WEG } from './voorstel.ts';

/**
 * The text as it is without the proposals of one person, written down. Two that are equal are two
 * texts of which nothing but those proposals differs: so the server knows that who may only propose
 * did only that.
 *
 * - Own words that were added count as not there; an own mark on what should go counts as not there.
 * - A paragraph or list item without any other word counts as not there, where one may stand or
 *   be missed: whoever proposes adds paragraphs, but never splits or joins what others wrote.
 * - All else counts: words, marks, attributes, blocks, and the proposals of others.
 */
export function withoutProposals(doc: Y.Doc, persoonId: string): string {
	const root = doc.getXmlFragment(TEKST_ROOT);
	const known = bekend(root, persoonId);
	return root
		.toArray()
		.map((block) => {
			const before = known.get(block);
			if (before !== undefined) return before;
			const now = blokZonderEigen(block, persoonId);
			known.set(block, now);
			return now;
		})
		.filter((written) => written !== LEEG)
		.join('\n');
}

/** Nothing is left of it. */
const LEEG = '[]';

function blokZonderEigen(block: Y.XmlElement | Y.XmlText | Y.XmlHook, door: string): string {
	if (!(block instanceof Y.XmlElement)) return JSON.stringify(block.toJSON());
	return JSON.stringify(blokken({ type: 'doc', content: [plainOfElement(block)] }, door));
}

type Blokken = WeakMap<object, string>;
const bekendIn = new WeakMap<Y.XmlFragment, Map<string, Blokken>>();

/** What was written down before of the blocks that did not change: it is asked at every keystroke. */
function bekend(root: Y.XmlFragment, persoonId: string): Blokken {
	let perPersoon = bekendIn.get(root);
	if (!perPersoon) {
		const all = (perPersoon = new Map<string, Blokken>());
		bekendIn.set(root, all);
		root.observeDeep((events) => {
			for (const { target } of events) {
				let block: Y.AbstractType<unknown> = target;
				while (block.parent && block.parent !== root) block = block.parent;
				for (const blocks of all.values()) blocks.delete(block);
			}
		});
	}
	let blocks = perPersoon.get(persoonId);
	if (!blocks) perPersoon.set(persoonId, (blocks = new WeakMap()));
	return blocks;
}

/** Where a block without words may come and go, by the name of what it stands in. */
const PLAATS: Readonly<Record<string, readonly string[]>> = {
	doc: ['paragraph', 'bulletList', 'orderedList', 'taskList'],
	listItem: ['paragraph', 'bulletList', 'orderedList', 'taskList'],
	taskItem: ['paragraph', 'bulletList', 'orderedList', 'taskList'],
	blockquote: ['paragraph', 'bulletList', 'orderedList', 'taskList'],
	tableCell: ['paragraph', 'bulletList', 'orderedList', 'taskList'],
	tableHeader: ['paragraph', 'bulletList', 'orderedList', 'taskList'],
	bulletList: ['listItem'],
	orderedList: ['listItem'],
	taskList: ['taskItem'],
};
/** Here the first child may not be missed: without it the block itself would be no longer valid. */
const HOUDT_EERSTE = new Set(['listItem', 'taskItem', 'blockquote', 'tableCell', 'tableHeader']);
/** Only here words are words: anywhere else they would break the block they stand in. */
const TEKSTBLOK = new Set(['paragraph', 'heading', 'actiepunt', 'besluit']);

type Kaal = [type: string, attrs: unknown, content: (Kaal | Stuk)[]];
type Stuk = [text: string, marks: string[]];

const isStuk = (child: Kaal | Stuk): child is Stuk => child.length === 2;

function zonderEigen(node: TekstNode, door: string): Kaal {
	const content = node.content ?? [];
	const children = TEKSTBLOK.has(node.type) ? stukken(content, door) : blokken(node, door);
	return [node.type, sorted(node.attrs), children];
}

function blokken({ type, content = [] }: TekstNode, door: string): (Kaal | Stuk)[] {
	const allowed = PLAATS[type] ?? [];
	return content.flatMap((child, index): (Kaal | Stuk)[] => {
		if (child.type === 'text') return [[child.text ?? '', (child.marks ?? []).map(merk)]];
		const bare = zonderEigen(child, door);
		const goes = allowed.includes(child.type) && !(index === 0 && HOUDT_EERSTE.has(type));
		return goes && isLeeg(bare) ? [] : [bare];
	});
}

/** Without a word: an empty paragraph, an item of only those, a list of only those. */
function isLeeg([type, , children]: Kaal): boolean {
	if (type === 'paragraph') return children.length === 0;
	if (type === 'listItem' || type === 'taskItem')
		return children.every((child) => !isStuk(child) && isLeeg(child));
	return children.length === 0;
}

function stukken(content: readonly TekstNode[], door: string): (Kaal | Stuk)[] {
	const result: (Kaal | Stuk)[] = [];
	for (const child of content) {
		if (child.type !== 'text') {
			result.push(zonderEigen(child, door));
			continue;
		}
		const marks = child.marks ?? [];
		if (!child.text || isEigen(marks, door)) continue;
		const others = marks.filter((mark) => !(mark.type === WEG && doorVan(mark) === door));
		const stuk: Stuk = [child.text, others.map(merk).sort()];
		const last = result.at(-1);
		if (last && isStuk(last) && last[1].join() === stuk[1].join()) last[0] += stuk[0];
		else result.push(stuk);
	}
	return result;
}

/** Added by this person and by nobody else: words under two names would be put in another's mouth. */
function isEigen(marks: readonly TekstMark[], door: string): boolean {
	const added = marks.filter(({ type }) => type === ERBIJ);
	return added.length > 0 && added.every((mark) => doorVan(mark) === door);
}

const merk = ({ type, attrs }: TekstMark) => `${type}${JSON.stringify(sorted(attrs))}`;

/** Attributes in one order: that of Yjs depends on who came first. */
const sorted = (attrs: object = {}) =>
	Object.entries(attrs)
		.filter(([, value]) => value !== null && value !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1));
