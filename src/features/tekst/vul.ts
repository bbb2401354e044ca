import { updateYFragment } from '@tiptap/y-tiptap';
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { plainOfElement, TEKST_ROOT } from './document.ts';
import type { TekstNode } from './node.ts';
import { tekstSchema } from './schema.ts';

/** What y-tiptap knows of both sides; a pair in `mapping` is left as it is. */
type Meta = Parameters<typeof updateYFragment>[3];

/**
 * More nodes than these are not changed one by one: in a long text every small change takes as long
 * as the text, and nobody can do a thing meanwhile. Then whole blocks go, and others come.
 */
const MANY = 10_000;

/**
 * Makes the text of a live document equal to `target`, and changes nothing that is already equal:
 * what others are typing in an unchanged paragraph, and remarks on it, stay.
 * Throws for what is no text by the schema.
 */
export function writeTekst(doc: Y.Doc, target: TekstNode): void {
	const root = doc.getXmlFragment(TEKST_ROOT);
	if (!target.content?.length) {
		doc.transact(() => root.delete(0, root.length));
		return;
	}
	const node = tekstSchema().nodeFromJSON(target);
	node.check();
	doc.transact(() => {
		const meta: Meta = { mapping: new Map(), isOMark: new Map() };
		if (recognise(root, node, meta) > MANY) removeUnknown(root, meta);
		updateYFragment(doc, root, node, meta);
	});
}

/**
 * Pairs the blocks that are still the same, so that an inserted or moved block shifts no other.
 *
 * @returns how many nodes there are in the blocks of `target` that are new or not the same
 */
function recognise(root: Y.XmlFragment, target: Node, meta: Meta): number {
	const blocks = Map.groupBy(target.children, (block) => JSON.stringify(block.toJSON()));
	for (const child of root.toArray()) {
		if (!(child instanceof Y.XmlElement)) continue;
		const block = blocks.get(keyOf(child))?.shift();
		if (block) meta.mapping.set(child, block);
	}
	return [...blocks.values()].flat().reduce((sum, block) => sum + countNodes(block), 0);
}

const countNodes = (node: Node): number =>
	node.children.reduce((sum, child) => sum + countNodes(child), 1);

function removeUnknown(root: Y.XmlFragment, meta: Meta): void {
	for (let index = root.length - 1; index >= 0; index--)
		if (!meta.mapping.has(root.get(index))) root.delete(index);
}

/** As the same block would read in ProseMirror; empty for one that the schema does not know. */
function keyOf(element: Y.XmlElement): string {
	try {
		return JSON.stringify(tekstSchema().nodeFromJSON(plainOfElement(element)).toJSON());
	} catch {
		return '';
	}
}
