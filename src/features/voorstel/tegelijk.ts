import * as Y from 'yjs';
import { WEG, type VoorstelMerk } from './voorstel.ts';

/**
 * Who proposes to take words away means the words that were there. What others wrote in between at
 * that moment falls under the proposal as soon as both come together, and would go with it. The
 * screen of who proposed can tell, for there the words come in after the proposal: it takes the own
 * mark off them. Returns what ends this.
 */
export function laatNieuweStaan(doc: Y.Doc, door: string, may: () => boolean): () => void {
	const look = (tr: Y.Transaction) => {
		if (tr.local || !may()) return;
		const found = [...tr.changed.keys()].flatMap((type: unknown) =>
			type instanceof Y.XmlText ? ingesloten(type, tr, door) : [],
		);
		if (found.length > 0)
			doc.transact(() => {
				for (const { text, at, length, keys } of found)
					text.format(at, length, Object.fromEntries(keys.map((key) => [key, null])));
			});
	};
	doc.on('afterTransaction', look);
	return () => doc.off('afterTransaction', look);
}

/** Words that came with this transaction, under an own proposal from before it. */
function ingesloten(text: Y.XmlText, tr: Y.Transaction, door: string) {
	const isNew = ({ id }: Y.Item) => id.clock >= (tr.beforeState.get(id.client) ?? 0);
	const found: { text: Y.XmlText; at: number; length: number; keys: string[] }[] = [];
	const own = new Set<string>();
	let at = 0;
	for (let item = text._start; item; item = item.right) {
		if (item.deleted) continue;
		if (item.content instanceof Y.ContentFormat) {
			const { key, value } = item.content;
			if (!key.startsWith(WEG)) continue;
			const merk = value as VoorstelMerk | null;
			if (merk?.door === door && !isNew(item)) own.add(key);
			else own.delete(key);
		}
		if (!item.countable) continue;
		if (own.size > 0 && isNew(item)) found.push({ text, at, length: item.length, keys: [...own] });
		at += item.length;
	}
	return found;
}
