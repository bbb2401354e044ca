import * as Y from 'yjs';
import type { Shape } from '#sync/kind.ts';
import { veiligAdres } from './adres.ts';
import type { TekstMark, TekstNode } from './node.ts';
import { isDag } from './wanneer.ts';

/** Where the text stands in its live document. */
export const TEKST_ROOT = 'tekst';

/** Every mark, in the order in which they nest: the same order in every reading of a text. */
const MARKS = [
	'link',
	'bold',
	'italic',
	'underline',
	'strike',
	'voorstelErbij',
	'voorstelWeg',
] as const;

const ID = /^[a-z2-7]{20}$/;
const isId = (value: unknown) => typeof value === 'string' && ID.test(value);
const isShort = (value: unknown) => typeof value === 'string' && value.length <= 300;
const isCount = (max: number) => (value: unknown) =>
	Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max;
const isBoolean = (value: unknown) => typeof value === 'boolean';
const isPlain = (value: unknown) =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const isMoment = (value: unknown) =>
	typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value));

function isVoorstel(value: unknown): boolean {
	if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false;
	const { id, door, op } = value as Record<string, unknown>;
	return isId(id) && isId(door) && isMoment(op);
}

function isLink(value: unknown): boolean {
	if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
	const { href } = value as Record<string, unknown>;
	return veiligAdres(href) !== undefined;
}

/** Of an attribute, or of the whole value of a mark: no name is used for both. */
const ALLOWS: Readonly<Record<string, (value: unknown) => boolean>> = {
	level: (value) => value === 2 || value === 3 || value === 4,
	// of the point of the agenda whose place in the text it is
	agendapunt: isId,
	start: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 100_000,
	checked: isBoolean,
	klaar: isBoolean,
	colspan: isCount(100),
	rowspan: isCount(1000),
	id: (value) => value === '' || isId(value),
	wieId: (value) => value === '' || isId(value),
	wie: isShort,
	wanneer: (value) => value === '' || isDag(value),
	alt: (value) => typeof value === 'string' && value.length <= 1000,
	breedte: isCount(20_000),
	hoogte: isCount(20_000),
	// the guard asks of what stands in a mark as well
	href: (value) => veiligAdres(value) !== undefined,
	door: isId,
	op: isMoment,
	link: isLink,
	bold: isPlain,
	italic: isPlain,
	underline: isPlain,
	strike: isPlain,
	voorstelErbij: isVoorstel,
	voorstelWeg: isVoorstel,
};

/** A mark that may overlap itself is written with a hash behind its name. */
const markName = (key: string) => key.replace(/--[a-zA-Z0-9+/=]{8}$/, '');

/** A live text as it may be: what a node or mark may carry is in ALLOWS. */
export const TEKST_SHAPE: Shape = {
	version: 1,
	roots: { [TEKST_ROOT]: 'xml' },
	elements: {
		paragraph: [],
		heading: ['level', 'agendapunt'],
		bulletList: [],
		orderedList: ['start'],
		listItem: [],
		taskList: [],
		taskItem: ['checked'],
		blockquote: [],
		hardBreak: [],
		horizontalRule: [],
		table: [],
		tableRow: [],
		// no `colwidth`: columns are as wide as their text, and an attribute is never a list
		tableHeader: ['colspan', 'rowspan'],
		tableCell: ['colspan', 'rowspan'],
		afbeelding: ['id', 'alt', 'breedte', 'hoogte'],
		actiepunt: ['id', 'wie', 'wieId', 'wanneer', 'klaar'],
		besluit: ['id'],
	},
	marks: MARKS,
	maxAttribute: 4096,
	allowsValue: (key, value) =>
		value === null || value === undefined || (ALLOWS[markName(key)]?.(value) ?? false),
};

/** Brings a document of an older version to this one. There is no older version yet. */
export function upgrade(doc: Y.Doc): void {
	doc.getXmlFragment(TEKST_ROOT);
}

/** The text of a live document as plain data. An empty document is an empty text. */
export function plainOf(doc: Y.Doc): TekstNode {
	return { type: 'doc', content: childrenOf(doc.getXmlFragment(TEKST_ROOT)) };
}

/** The text of one element, such as a paragraph a remark hangs on. */
export function plainOfElement(element: Y.XmlElement): TekstNode {
	const attrs = Object.entries(element.getAttributes() as Record<string, unknown>);
	const content = childrenOf(element);
	return {
		type: element.nodeName,
		...(attrs.length > 0 && { attrs: Object.fromEntries(attrs) as TekstNode['attrs'] }),
		...(content.length > 0 && { content }),
	};
}

function childrenOf(parent: Y.XmlFragment): TekstNode[] {
	return parent
		.toArray()
		.flatMap((child) =>
			child instanceof Y.XmlText
				? textOf(child)
				: child instanceof Y.XmlElement
					? [plainOfElement(child)]
					: [],
		);
}

function textOf(text: Y.XmlText): TekstNode[] {
	const pieces = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
	return pieces.flatMap(({ insert, attributes }): TekstNode[] => {
		if (typeof insert !== 'string' || insert === '') return [];
		const marks = marksOf(attributes ?? {});
		return [{ type: 'text', text: insert, ...(marks.length > 0 && { marks }) }];
	});
}

function marksOf(attributes: Record<string, unknown>): TekstMark[] {
	return Object.entries(attributes)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([key, value]): TekstMark => {
			const type = markName(key);
			const bare = typeof value !== 'object' || Object.keys(value as object).length === 0;
			return bare ? { type } : { type, attrs: value as TekstMark['attrs'] };
		})
		.sort((a, b) => rankOf(a.type) - rankOf(b.type));
}

const rankOf = (type: string) => (MARKS as readonly string[]).indexOf(type);
