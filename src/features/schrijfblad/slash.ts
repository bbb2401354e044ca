import { Extension } from '@tiptap/core';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import { isFromYjs } from '#features/tekst/binding.ts';

/** A `/` with letters behind it, at the caret: what is looked for, and where it stands. */
export interface Slash {
	from: number;
	to: number;
	query: string;
}

export interface SlashOptions {
	changed(slash: Slash | undefined): void;
	/** True when the menu took the key. */
	key(event: KeyboardEvent): boolean;
}

/** Only behind the beginning of a line or a space: "en/of" and a date are no question. */
export function slashAt(state: EditorState): Slash | undefined {
	const { $from, empty } = state.selection;
	if (!empty || !$from.parent.isTextblock) return undefined;
	const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
	const [, query] = /(?:^|\s)\/([\p{L} ]{0,24})$/u.exec(before) ?? [];
	if (query === undefined) return undefined;
	return { from: $from.pos - query.length - 1, to: $from.pos, query };
}

/** Says what stands behind a `/` that was just typed; Escape or leaving ends it. */
export const SlashKey = Extension.create<SlashOptions>({
	name: 'slashKey',
	priority: 1200,
	addProseMirrorPlugins() {
		const { changed, key } = this.options;
		let open: Slash | undefined;
		let typed = false;
		let remote = false;
		const set = (next: Slash | undefined) => {
			if (next?.query !== open?.query || next?.from !== open?.from) changed(next);
			open = next;
		};
		return [
			new Plugin({
				props: {
					handleKeyDown: (_view, event) => {
						if (!open) return false;
						if (event.key === 'Escape') set(undefined);
						else return key(event);
						return true;
					},
					handleDOMEvents: {
						blur: () => {
							set(undefined);
							return false;
						},
					},
					handleTextInput: (_view, _from, _to, text) => {
						// only what is typed opens it, not a caret that passes
						typed = text === '/';
						return false;
					},
				},
				state: {
					init: () => null,
					apply: (tr) => {
						remote = isFromYjs(tr);
						return null;
					},
				},
				view: () => ({
					update: ({ state }) => {
						const at = slashAt(state);
						if (open || (typed && !remote && at?.query === '')) set(at);
						if (!remote) typed = false;
					},
				}),
			}),
		];
	},
});
