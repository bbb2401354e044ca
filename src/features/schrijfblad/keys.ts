import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

export interface KeysOptions {
	/** Moves the focus into the bar at the selection; false when there is none. */
	toSelection(): boolean;
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
			Enter: ({ editor }) => {
				// an empty actiepunt or besluit ends there, as an empty point of a list does
				const { $from, empty } = editor.state.selection;
				const isOwn = ['actiepunt', 'besluit'].includes($from.parent.type.name);
				if (!isOwn || !empty || $from.parent.content.size > 0) return false;
				return editor.commands.setNode('paragraph');
			},
			Backspace: ({ editor }) => {
				const { $from, empty } = editor.state.selection;
				const isOwn = ['actiepunt', 'besluit'].includes($from.parent.type.name);
				if (!isOwn || !empty || $from.parentOffset > 0) return false;
				return editor.commands.setNode('paragraph');
			},
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
