import * as Y from 'yjs';
import { newNodeId } from '#features/tekst/ids.ts';
import { tekstSchema } from '#features/tekst/schema.ts';
import { ERBIJ, type VoorstelMerk } from './voorstel.ts';
import { formatOf } from './precies.ts';

/**
 * Words somebody typed inside a proposal of their own arrive without its mark when the proposal was
 * taken over meanwhile. They become a proposal again: what this update added without one, gets one.
 */
export function asProposals(doc: Y.Doc, update: Uint8Array, door: string): void {
	const fresh = woordenIn(update);
	const texts = new Set(fresh.flatMap((one) => tekstenVan(doc, one)));
	doc.transact(() => {
		for (const text of texts) merkNieuwe(text, fresh, door);
	});
}

/** From this clock of this client on, so many letters. */
interface Woorden {
	client: number;
	from: number;
	to: number;
}

const woordenIn = (update: Uint8Array): Woorden[] =>
	Y.decodeUpdate(update).structs.flatMap((struct) => {
		if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [];
		const { client, clock } = struct.id;
		return [{ client, from: clock, to: clock + struct.length }];
	});

const raakt = (item: Y.Item, { client, from, to }: Woorden) =>
	item.id.client === client && item.id.clock < to && item.id.clock + item.length > from;

function tekstenVan(doc: Y.Doc, words: Woorden): Y.XmlText[] {
	const own = doc.store.clients.get(words.client) ?? [];
	return own.flatMap((item) =>
		item instanceof Y.Item && raakt(item, words) && item.parent instanceof Y.XmlText
			? [item.parent]
			: [],
	);
}

function merkNieuwe(text: Y.XmlText, fresh: readonly Woorden[], door: string) {
	const marks = new Map<string, unknown>();
	const eigen = () =>
		[...marks].find(
			([key, value]) => key.startsWith(ERBIJ) && (value as VoorstelMerk).door === door,
		)?.[1] as VoorstelMerk | undefined;
	const found: { at: number; length: number; merk: VoorstelMerk }[] = [];
	let before: VoorstelMerk | undefined;
	let at = 0;
	for (let item = text._start; item; item = item.right) {
		if (item.deleted) continue;
		if (item.content instanceof Y.ContentFormat) {
			const { key, value } = item.content;
			if (value === null) marks.delete(key);
			else marks.set(key, value);
		}
		if (!item.countable) continue;
		const own = eigen();
		const isNew = !own && fresh.some((words) => raakt(item, words));
		const merk = isNew
			? (before ?? { id: newNodeId(), door, op: new Date().toISOString() })
			: undefined;
		if (merk) found.push({ at, length: item.length, merk });
		before = own ?? merk;
		at += item.length;
	}
	const type = tekstSchema().marks[ERBIJ]!;
	for (const { at: index, length, merk } of found)
		text.format(index, length, formatOf([type.create({ ...merk })]));
}
