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

function split({ id, content }: Y.Item, isOwn: (client: number) => boolean, has: Clocks): Piece[] {
	const { str } = content as Y.ContentString;
	const known = isOwn(id.client) ? Math.max(0, (has.get(id.client) ?? 0) - id.clock) : str.length;
	const pieces = [
		{ text: str.slice(0, known), own: false },
		{ text: str.slice(known), own: true },
	];
	return pieces.filter(({ text }) => text !== '');
}

function stretches(pieces: readonly Piece[]): string[] {
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
	const texts: Piece[][] = [];
	const look = (type: Y.Doc['share'] extends Map<string, infer T> ? T : never) => {
		const pieces: Piece[] = [];
		const items = [...type._map.values()];
		for (let item = type._start; item; item = item.right) items.push(item);
		for (const item of items) {
			if (item.deleted) continue;
			if (item.content instanceof Y.ContentString) pieces.push(...piecesOf(item));
			if (item.content instanceof Y.ContentType) look(item.content.type);
		}
		if (pieces.length > 0) texts.push(pieces);
	};
	for (const root of doc.share.values()) look(root);
	return texts;
}

/**
 * The text that others took away in this transaction before the server had it: they did not know of
 * it, and took away the block it was written in. To be asked before what is gone is forgotten.
 */
export function takenText(transaction: Y.Transaction, needed: Clocks, has: Clocks): string {
	let text = '';
	Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
		const { client, clock } = item.id;
		const from = has.get(client) ?? 0;
		if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return;
		if (needed.has(client) && clock + item.length > from)
			text += item.content.str.slice(Math.max(0, from - clock));
	});
	return text.trim();
}
