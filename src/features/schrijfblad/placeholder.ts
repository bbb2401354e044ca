import { Extension, isNodeEmpty } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** What one can do here, in the line of the caret, for as long as there is nothing. */
export const Placeholder = Extension.create<{ words: string }>({
	name: 'placeholder',
	addProseMirrorPlugins() {
		const { words } = this.options;
		return [
			new Plugin({
				props: {
					decorations: ({ doc, selection: { $anchor } }) => {
						if (!this.editor.isEditable || !isNodeEmpty(doc) || $anchor.depth !== 1) return null;
						const from = $anchor.before(1);
						const line = { class: 'is-editor-empty', 'data-placeholder': words };
						return DecorationSet.create(doc, [
							Decoration.node(from, from + $anchor.parent.nodeSize, line),
						]);
					},
				},
			}),
		];
	},
});
