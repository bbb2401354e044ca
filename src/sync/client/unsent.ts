import * as Y from 'yjs';
import type { Clocks } from './saved.ts';

/** Whether `item` was typed right behind `before`. */
const follows = (item: Y.Item, before: Y.Item | undefined): boolean =>
	before !== undefined &&
	item.origin?.client === before.lastId.client &&
	item.origin.clock === before.lastId.clock;

/**
 * The text in `needed` that the server has not, as plain text: each stretch on a line of its own.
 * For when a copy has to be dropped, so that nobody has to remember what they wrote.
 */
export function unsentText(doc: Y.Doc, needed: Clocks, has: Clocks): string {
	let text = '';
	let before: Y.Item | undefined;
	for (const client of needed.keys()) {
		const from = has.get(client) ?? 0;
		for (const item of doc.store.clients.get(client) ?? []) {
			if (!(item instanceof Y.Item) || item.deleted || item.id.clock + item.length <= from)
				continue;
			if (!(item.content instanceof Y.ContentString)) continue;
			if (text && !follows(item, before)) text += '\n';
			text += item.content.str.slice(Math.max(0, from - item.id.clock));
			before = item;
		}
	}
	return text.trim();
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
