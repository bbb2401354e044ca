import { updateYFragment } from '@tiptap/y-tiptap';
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { plainOfElement, TEKST_ROOT } from './document.ts';
import type { TekstNode } from './node.ts';
import { tekstSchema } from './schema.ts';

/** What y-tiptap knows of both sides; a pair in `mapping` is left as it is. */
type Meta = Parameters<typeof updateYFragment>[3];

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
		recognise(root, node, meta);
		updateYFragment(doc, root, node, meta);
	});
}

/** Pairs the blocks that are still the same, so that an inserted or moved block shifts no other. */
function recognise(root: Y.XmlFragment, target: Node, meta: Meta): void {
	const waiting = new Map<string, Node[]>();
	target.forEach((block) => {
		const key = JSON.stringify(block.toJSON());
		waiting.set(key, [...(waiting.get(key) ?? []), block]);
	});
	for (const child of root.toArray()) {
		if (!(child instanceof Y.XmlElement)) continue;
		const block = waiting.get(keyOf(child))?.shift();
		if (block) meta.mapping.set(child, block);
	}
}

/** As the same block would read in ProseMirror; empty for one that the schema does not know. */
function keyOf(element: Y.XmlElement): string {
	try {
		return JSON.stringify(tekstSchema().nodeFromJSON(plainOfElement(element)).toJSON());
	} catch {
		return '';
	}
}
