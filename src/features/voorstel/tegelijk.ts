import * as Y from 'yjs';
import { WEG, type VoorstelMerk } from './voorstel.ts';

/** Words in a text, and which own proposals to take them away they stand under by mistake. */
interface Gevonden {
	text: Y.XmlText;
	at: number;
	length: number;
	keys: string[];
}

/**
 * Who proposes to take words away means the words that were there. What others wrote in between at
 * that moment falls under the proposal as soon as both come together, and would go with it. The
 * screen of who proposed can tell, for there the words come in after the proposal: it takes the own
 * mark off them. That leaves the proposal in two pieces, and who undoes it undoes both. Returns what
 * ends this.
 */
export function laatNieuweStaan(doc: Y.Doc, door: string, may: () => boolean): () => void {
	const look = (tr: Y.Transaction) => {
		const zoek = tr.origin instanceof Y.UndoManager ? teruggenomen : ingesloten;
		if ((tr.local && zoek === ingesloten) || !may()) return;
		const found = [...tr.changed.keys()].flatMap((type: unknown) =>
			type instanceof Y.XmlText ? zoek(type, tr, door) : [],
		);
		if (found.length > 0)
			doc.transact(() => {
				for (const { text, at, length, keys } of found)
					text.format(at, length, Object.fromEntries(keys.map((key) => [key, null])));
			}, laatNieuweStaan);
	};
	doc.on('afterTransaction', look);
	return () => doc.off('afterTransaction', look);
}

const isNewIn =
	({ beforeState }: Y.Transaction) =>
	({ id }: Y.Item) =>
		id.clock >= (beforeState.get(id.client) ?? 0);

/** Which proposal to take words away begins or ends here, and whether it is an own one that begins. */
function grensVan({ content }: Y.Item, door: string) {
	if (!(content instanceof Y.ContentFormat) || !content.key.startsWith(WEG)) return undefined;
	const merk = content.value as VoorstelMerk | null;
	return { key: content.key, begint: merk?.door === door };
}

const zet = (keys: Set<string>, key: string, isIn: boolean) =>
	isIn ? keys.add(key) : keys.delete(key);

/** Words that came with this transaction, under an own proposal from before it. */
function ingesloten(text: Y.XmlText, tr: Y.Transaction, door: string): Gevonden[] {
	const isNew = isNewIn(tr);
	const found: Gevonden[] = [];
	const own = new Set<string>();
	let at = 0;
	for (let item = text._start; item; item = item.right) {
		if (item.deleted) continue;
		const grens = grensVan(item, door);
		if (grens) zet(own, grens.key, grens.begint && !isNew(item));
		if (!item.countable) continue;
		if (own.size > 0 && isNew(item)) found.push({ text, at, length: item.length, keys: [...own] });
		at += item.length;
	}
	return found;
}

/**
 * An undo takes away where an own proposal began and ended. What was put in between to leave words of
 * others out begins it anew, and nothing ends that: words between what was taken away, and words that
 * stood under no own proposal before.
 */
function teruggenomen(text: Y.XmlText, tr: Y.Transaction, door: string): Gevonden[] {
	const isNew = isNewIn(tr);
	const isUndone = ({ id }: Y.Item) => Y.isDeleted(tr.deleteSet, id);
	const found: Gevonden[] = [];
	const before = new Set<string>();
	const now = new Set<string>();
	const undone = new Set<string>();
	/** Begun by this very transaction: a redo. */
	const redone = new Set<string>();
	let at = 0;
	for (let item = text._start; item; item = item.right) {
		const grens = grensVan(item, door);
		if (grens) {
			const { key, begint } = grens;
			if (!isNew(item) && (!item.deleted || isUndone(item))) zet(before, key, begint);
			if (isUndone(item)) zet(undone, key, begint);
			if (item.deleted) continue;
			zet(now, key, begint);
			zet(redone, key, begint && isNew(item));
		}
		if (item.deleted || !item.countable) continue;
		const keys = [...now].filter(
			(key) => !redone.has(key) && (undone.has(key) || !before.has(key)),
		);
		if (keys.length > 0) found.push({ text, at, length: item.length, keys });
		at += item.length;
	}
	return found;
}
