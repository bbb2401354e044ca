import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { blokVan } from './plek.ts';
import { elementVan } from './precies.ts';

/**
 * The empty lines that who proposes made with Enter. No mark fits on a line without a word, so
 * nobody could take it over or refuse it: whoever leaves it without a word takes it along.
 */
export class LegeRegels {
	readonly #regels = new Set<Y.XmlElement>();

	/** After an Enter: the line where the cursor is now. */
	neem(root: Y.XmlFragment, { selection: { $from } }: EditorState) {
		const regel = $from.parent.content.size === 0 ? elementVan(root, $from) : undefined;
		if (regel) this.#regels.add(regel);
	}

	/** Takes away those without a word that the cursor left; undefined when there are none. */
	ruimOp(root: Y.XmlFragment, state: EditorState): Transaction | undefined {
		const { tr, selection } = state;
		for (const regel of this.#regels) {
			const pos = isLeeg(regel) ? plekVan(root, regel, state.doc) : undefined;
			if (pos !== undefined && selection.from <= pos && selection.to >= pos) continue;
			this.#regels.delete(regel);
			const block = pos === undefined ? undefined : blokVan(tr.doc.resolve(tr.mapping.map(pos)));
			if (block) tr.delete(block.from, block.to);
		}
		return tr.docChanged ? tr.setMeta('addToHistory', false) : undefined;
	}
}

const isLeeg = (regel: Y.XmlElement): boolean =>
	regel._item?.deleted === false &&
	regel.toArray().every((text) => text instanceof Y.XmlText && text.length === 0);

/** Where the words of a block begin in the document. */
function plekVan(root: Y.XmlFragment, element: Y.XmlElement, doc: Node): number | undefined {
	const path: number[] = [];
	let at: Y.XmlFragment = element;
	while (at !== root) {
		const { parent } = at;
		if (!(parent instanceof Y.XmlFragment)) return undefined;
		path.unshift(parent.toArray().indexOf(at as Y.XmlElement));
		at = parent;
	}
	let pos = 0;
	let node = doc;
	for (const index of path) {
		if (index >= node.childCount) return undefined;
		for (let before = 0; before < index; before++) pos += node.child(before).nodeSize;
		node = node.child(index);
		pos += 1;
	}
	return node.type.name === element.nodeName && node.content.size === 0 ? pos : undefined;
}
