import { Extension, type Editor } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

export interface KeysOptions {
	/** Moves the focus into the bar at the selection; false when there is none. */
	toSelection(): boolean;
}

/** Makes an actiepunt or besluit a paragraph again, when the caret stands so. */
function endOwn(editor: Editor, stands: (caret: ResolvedPos) => boolean): boolean {
	const { $from, empty } = editor.state.selection;
	if (!empty || !['actiepunt', 'besluit'].includes($from.parent.type.name)) return false;
	return stands($from) && editor.commands.setNode('paragraph');
}

/**
 * The keyboard. Tab goes to what comes after the text, but in a list it shifts a point and in a
 * table it goes to the next cell, in an actiepunt to who does it; after Escape it always leaves
 * (WCAG 2.1.2).
 */
export const Keys = Extension.create<KeysOptions>({
	name: 'keys',
	priority: 1300,
	addKeyboardShortcuts() {
		return {
			'Alt-F10': () => this.options.toSelection(),
			// to the fields of this actiepunt, not to those of the first in the text
			Tab: ({ editor }) => {
				const { $from } = editor.state.selection;
				if ($from.parent.type.name !== 'actiepunt') return false;
				const block = editor.view.nodeDOM($from.before());
				const wie =
					block instanceof HTMLElement && block.querySelector<HTMLElement>('.actiepunt-veld');
				if (wie) wie.focus();
				return Boolean(wie);
			},
			// an empty one ends there, as an empty point of a list does
			Enter: ({ editor }) => endOwn(editor, ({ parent }) => parent.content.size === 0),
			Backspace: ({ editor }) => endOwn(editor, ({ parentOffset }) => parentOffset === 0),
		};
	},
	addProseMirrorPlugins: () => {
		let escaped = false;
		return [
			new Plugin({
				props: {
					handleDOMEvents: {
						keydown: (_view, event) => {
							const leaves = escaped && event.key === 'Tab';
							if (event.key !== 'Shift') escaped = event.key === 'Escape';
							// kept from the editor, and left to the browser
							return leaves;
						},
					},
				},
			}),
		];
	},
});
