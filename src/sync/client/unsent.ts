import * as Y from 'yjs';
import type { Clocks } from './saved.ts';

/** A piece of text as it stands somewhere; `own` when the server has it not. */
interface Piece {
	text: string;
	own: boolean;
}

/**
 * The text in `needed` that the server has not, as plain text: each stretch on a line of its own, in
 * the order of the document. For when a copy has to be dropped, so that nobody has to remember what
 * they wrote. Of equal letters side by side an editor cannot tell which is new: what stands between
 * two stretches without a space is a letter of the same word, and comes along.
 */
export function unsentText(doc: Y.Doc, needed: Clocks, has: Clocks): string {
	const isOwn = (client: number) => needed.has(client);
	const lines: string[] = [];
	for (const pieces of textsOf(doc, (item) => split(item, isOwn, has)))
		lines.push(...stretches(pieces));
	return lines.join('\n').trim();
}

export function split(
	{ id, content }: Y.Item,
	isOwn: (client: number) => boolean,
	has: Clocks,
): Piece[] {
	const { str } = content as Y.ContentString;
	const known = isOwn(id.client) ? Math.max(0, (has.get(id.client) ?? 0) - id.clock) : str.length;
	const pieces = [
		{ text: str.slice(0, known), own: false },
		{ text: str.slice(known), own: true },
	];
	return pieces.filter(({ text }) => text !== '');
}

export function stretches(pieces: readonly Piece[]): string[] {
	const lines: string[] = [];
	let between: string | undefined;
	for (const { text, own } of pieces) {
		if (!own) between = between === undefined ? undefined : between + text;
		else if (between === undefined || /\s/.test(between)) lines.push(text);
		else lines.push(`${lines.pop()}${between}${text}`);
		if (own) between = '';
	}
	return lines;
}

/** The text of each place that holds text, in the order of the document. */
function textsOf(doc: Y.Doc, piecesOf: (item: Y.Item) => Piece[]): Piece[][] {
	const isThere = (item: Y.Item) => !item.deleted;
	return [...doc.share.values()].flatMap((root) => textsIn(root, piecesOf, isThere));
}

/** Whether something counts as being there. */
export type Was = (item: Y.Item) => boolean;

export function* itemsIn(type: Pick<Y.XmlFragment, '_start'>, was: Was): Generator<Y.Item> {
	for (let item = type._start; item; item = item.right) if (was(item)) yield item;
}

type Type = Pick<Y.XmlFragment, '_start' | '_map'>;

export function textsIn(type: Type, piecesOf: (item: Y.Item) => Piece[], isThere: Was): Piece[][] {
	const texts: Piece[][] = [];
	const pieces: Piece[] = [];
	for (const item of [...type._map.values(), ...itemsIn(type, isThere)]) {
		if (!isThere(item)) continue;
		if (item.content instanceof Y.ContentString) pieces.push(...piecesOf(item));
		if (item.content instanceof Y.ContentType)
			texts.push(...textsIn(item.content.type, piecesOf, isThere));
	}
	return pieces.length > 0 ? [...texts, pieces] : texts;
}
