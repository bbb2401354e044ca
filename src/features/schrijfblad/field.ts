import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/** A block in the editor, for what can be filled in beside its words. */
export interface Block {
	editor: Editor;
	getPos: () => number | undefined;
}

export type Attributes = Readonly<Record<string, unknown>>;

/** False when the text does not say so after it, such as to who may only propose. */
export function setAttributes({ editor, getPos }: Block, attributes: Attributes): boolean {
	const { doc, tr } = editor.state;
	const place = getPos();
	const node = place === undefined ? null : doc.nodeAt(place);
	if (place === undefined || !node || !editor.isEditable) return false;
	for (const [name, value] of Object.entries(attributes))
		if (node.attrs[name] !== value) tr.setNodeAttribute(place, name, value);
	if (!tr.docChanged) return true;
	editor.view.dispatch(tr);
	return editor.state.doc !== doc;
}

const pick = (attributes: Attributes, names: readonly string[]): Attributes =>
	Object.fromEntries(names.map((name) => [name, attributes[name]]));

/**
 * A field in a block. It writes at every letter, as the text itself does: what is seen in it is as
 * safe as the words around it. What was written in one visit is taken back at once.
 */
export class Field {
	readonly input: HTMLInputElement;
	readonly #block: Block;
	readonly #shown: (attributes: Attributes) => string;
	readonly #meant: (typed: string) => Attributes | undefined;
	#attributes: Attributes = {};
	#isTyped = false;
	/** What this field said before it was written in, during this visit. */
	#before: Attributes | undefined;

	constructor(
		input: HTMLInputElement,
		block: Block,
		as: {
			shown: (attributes: Attributes) => string;
			/** Undefined for what is not yet anything. */
			meant: (typed: string) => Attributes | undefined;
		},
	) {
		this.input = input;
		this.#block = block;
		this.#shown = as.shown;
		this.#meant = as.meant;
		// also what is still being put together: on a phone that is every word
		input.oninput = () => this.#write();
		input.onblur = () => {
			// who looks at another window is still here
			if (document.activeElement !== input) this.#leave();
		};
	}

	/** What the block says now. That never writes over what is being typed here. */
	show(attributes: Attributes) {
		this.#attributes = attributes;
		const value = this.#shown(attributes);
		if (!this.#isTyped && this.input.value !== value) this.input.value = value;
	}

	/** Puts back what it said before this visit. */
	takeBack() {
		if (this.#before) setAttributes(this.#block, this.#before);
	}

	#write() {
		this.#isTyped = true;
		const meant = this.#meant(this.input.value);
		if (!meant) return;
		if (!this.#before) this.#undo.stopCapturing();
		this.#before ??= pick(this.#attributes, Object.keys(meant));
		if (!this.#asOne(() => setAttributes(this.#block, meant))) this.#leave();
	}

	/** From here on it says again what the block says. */
	#leave() {
		if (this.#before) this.#undo.stopCapturing();
		this.#isTyped = false;
		this.#before = undefined;
		this.show(this.#attributes);
	}

	get #undo(): UndoManager {
		const { state } = this.#block.editor;
		return (yUndoPluginKey.getState(state) as { undoManager: UndoManager }).undoManager;
	}

	/** However slowly somebody types, for the undo it is one with what was written before it. */
	#asOne<T>(write: () => T): T {
		const undo = this.#undo;
		const usual = undo.captureTimeout;
		undo.captureTimeout = Infinity;
		try {
			return write();
		} finally {
			undo.captureTimeout = usual;
		}
	}
}
