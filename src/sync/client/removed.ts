import * as Y from 'yjs';
import type { Clocks } from './saved.ts';
import { itemsIn, split, stretches, textsIn, type Was } from './unsent.ts';

type Attributes = Record<string, string>;
type Words = { insert: string; attributes: Record<string, unknown> }[];

/** A block as plain data, with all that stood in it. */
export interface Block {
	name: string;
	attributes: Attributes;
	content: (Block | Words)[];
}

/** Where a block stood, and what it was, so that it can stand inside it again. */
interface Level {
	at: Y.RelativePosition;
	name: string;
	attributes: Attributes;
}

/** A block that others took away, with what is needed to put it back. */
export interface Removed {
	block: Block;
	/** From the block itself to the one right under the root. */
	levels: Level[];
	/** Of the block and of all that went with it. */
	ids: readonly string[];
	/** It is still there, without a word. */
	empty: Y.XmlElement | undefined;
}

/** Whether something stood there right before it was taken away. */
export const wasBefore =
	({ deleteSet }: Y.Transaction): Was =>
	(item) =>
		!item.deleted || Y.isDeleted(deleteSet, item.id);

const parentOf = (type: object) => (type as Y.XmlElement).parent as Y.XmlFragment | null;
export const idOf = ({ _item }: Y.XmlElement | Y.XmlText) =>
	`${_item!.id.client}:${_item!.id.clock}`;

const isEmpty = (element: Y.XmlElement) =>
	element.toArray().every((child) => child instanceof Y.XmlText && child.length === 0);

/** The outermost block that went together with these words; or the one that stays without any. */
export function blockAround({ parent }: Y.Item): Y.XmlElement | undefined {
	if (!(parent instanceof Y.XmlText)) return undefined;
	let outer: Y.XmlFragment | null = parentOf(parent);
	if (!(outer instanceof Y.XmlElement)) return undefined;
	if (!outer._item?.deleted) return isEmpty(outer) ? outer : undefined;
	for (let next = parentOf(outer); next?._item?.deleted; next = parentOf(next)) outer = next;
	return outer as Y.XmlElement;
}

export function isWithin(type: unknown, block: Y.XmlElement): boolean {
	for (let at = type as Y.XmlFragment | null; at; at = parentOf(at)) if (at === block) return true;
	return false;
}

const attributesOf = ({ _map }: Y.XmlElement, was: Was): Attributes =>
	Object.fromEntries(
		[..._map]
			.filter(([, item]) => was(item))
			.map(([key, { content }]) => [key, content.getContent().at(-1) as string]),
	);

function blockOf(element: Y.XmlElement, was: Was): Block {
	const content = [...itemsIn(element, was)].flatMap(({ content }): (Block | Words)[] => {
		if (!(content instanceof Y.ContentType)) return [];
		if (content.type instanceof Y.XmlElement) return [blockOf(content.type, was)];
		return content.type instanceof Y.XmlText ? [wordsOf(content.type, was)] : [];
	});
	return { name: element.nodeName, attributes: attributesOf(element, was), content };
}

function wordsOf(text: Y.XmlText, was: Was): Words {
	const marks = new Map<string, unknown>();
	const words: Words = [];
	for (const { content } of itemsIn(text, was)) {
		if (content instanceof Y.ContentFormat) marks.set(content.key, content.value);
		if (!(content instanceof Y.ContentString)) continue;
		const on = [...marks].filter(([, value]) => value !== null);
		words.push({ insert: content.str, attributes: Object.fromEntries(on) });
	}
	return words;
}

/** Of what `needed` holds and `has` does not, what stood in a block that was taken away. */
export function wordsIn(block: Y.XmlElement, was: Was, needed: Clocks, has: Clocks): string {
	const isOwn = (client: number) => needed.has(client);
	const texts = textsIn(block, (item) => split(item, isOwn, has), was);
	return texts.flatMap(stretches).join('\n').trim();
}

/** To be asked before what is gone is forgotten: right after the transaction. */
export function removed(element: Y.XmlElement, was: Was): Removed {
	const levels: Level[] = [];
	for (let at: unknown = element; at instanceof Y.XmlElement; at = at.parent)
		levels.push({ at: placeOf(at), name: at.nodeName, attributes: attributesOf(at, was) });
	return {
		block: blockOf(element, was),
		levels,
		ids: [...idsIn(element, was)],
		empty: element._item!.deleted ? undefined : element,
	};
}

function* idsIn(element: Y.XmlElement, was: Was): Generator<string> {
	yield idOf(element);
	for (const { content } of itemsIn(element, was))
		if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement)
			yield* idsIn(content.type, was);
}

/** Behind what is to the left of it, or behind itself when it is still there. */
function placeOf(element: Y.XmlElement): Y.RelativePosition {
	let index = 0;
	for (let item = element._item; item; item = item.left)
		if (!item.deleted && item.countable) index += item.length;
	return Y.createRelativePositionFromTypeIndex(parentOf(element)!, index, -1);
}

const isWords = (content: Block | Words): content is Words => Array.isArray(content);

function build(content: Block | Words): Y.XmlElement | Y.XmlText {
	if (isWords(content)) {
		const text = new Y.XmlText();
		text.applyDelta(content);
		return text;
	}
	const element = new Y.XmlElement(content.name);
	for (const [key, value] of Object.entries(content.attributes)) element.setAttribute(key, value);
	element.insert(0, content.content.map(build));
	return element;
}

/** Back where it stood; is what it stood in gone as well, then in the same at the nearest place. */
export function putBack(doc: Y.Doc, { block, levels, empty }: Removed) {
	if (empty && !empty._item?.deleted && isEmpty(empty)) return fill(empty, block);
	let content = block;
	for (const [depth, level] of levels.entries()) {
		if (depth > 0) content = { name: level.name, attributes: level.attributes, content: [content] };
		if (insertAt(doc, level, [content])) return;
	}
}

function fill(empty: Y.XmlElement, { content }: Block) {
	const text = empty.toArray()[0];
	const [words] = content;
	// others may have their caret in the text that is there
	if (text instanceof Y.XmlText && words && isWords(words) && content.length === 1)
		text.applyDelta(words);
	else empty.insert(0, content.map(build));
}

/** Blocks of their own, where the block stood under the root. */
export const putBeside = (doc: Y.Doc, { levels }: Removed, blocks: Block[]) =>
	insertAt(doc, levels.at(-1)!, blocks);

function insertAt(doc: Y.Doc, { at }: Level, blocks: Block[]): boolean {
	const place = Y.createAbsolutePositionFromRelativePosition(at, doc);
	if (!place || place.type._item?.deleted) return false;
	(place.type as Y.XmlFragment).insert(place.index, blocks.map(build));
	return true;
}
