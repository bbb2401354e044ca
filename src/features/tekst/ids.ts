import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { isFromYjs } from './binding.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** As newId on the server: 20 characters, 100 bits. */
export const newNodeId = (): string =>
	[...crypto.getRandomValues(new Uint8Array(20))].map((byte) => LETTERS[byte & 31]).join('');

/** An afbeelding is not among them: its id is that of a file, which may stand in a text twice. */
const WITH_ID = new Set(['actiepunt', 'besluit']);

function withIds(doc: Node): { place: number; id: string }[] {
	const found: { place: number; id: string }[] = [];
	doc.descendants((node, place) => {
		if (WITH_ID.has(node.type.name)) found.push({ place, id: String(node.attrs['id'] ?? '') });
		return !node.isTextblock;
	});
	return found;
}

/** Where, in the new text, each node stands that was there before: those keep their id. */
function placesBefore(before: Node, transactions: readonly Transaction[]): Map<string, number> {
	return new Map(
		withIds(before).map(({ id, place }) => [
			id,
			transactions.reduce((at, { mapping }) => mapping.map(at, 1), place),
		]),
	);
}

/** Gives a new node an id, and a copy another than what it was copied from; null when all is well. */
export function renewIds(
	transactions: readonly Transaction[],
	before: EditorState,
	{ doc, tr }: EditorState,
): Transaction | null {
	const nodes = withIds(doc);
	if (nodes.length === 0) return null;
	const original = placesBefore(before.doc, transactions);
	const places = new Set(nodes.map(({ id, place }) => `${id} ${place}`));
	const taken = new Set<string>();
	for (const { id, place } of nodes) {
		const at = original.get(id);
		const isCopy = taken.has(id) || (at !== undefined && at !== place && places.has(`${id} ${at}`));
		if (id === '' || isCopy) tr.setNodeAttribute(place, 'id', newNodeId());
		else taken.add(id);
	}
	return tr.docChanged ? tr : null;
}

/** Only for one's own changes: what comes from others has its ids. */
export const NodeIds = Extension.create({
	name: 'nodeIds',
	addProseMirrorPlugins: () => [
		new Plugin({
			appendTransaction: (transactions, before, after) =>
				transactions.some(({ docChanged }) => docChanged) && !transactions.some(isFromYjs)
					? renewIds(transactions, before, after)
					: null,
		}),
	],
});
