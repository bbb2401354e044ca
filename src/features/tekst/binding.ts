import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { Extension } from '@tiptap/core';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import { tellCaret } from '#sync/client/caret.ts';

/** The part of y-tiptap's binding that is used here. */
interface Binding {
	mapping: Map<Y.AbstractType<unknown>, Node | Node[]>;
	beforeTransactionSelection: object | null;
}
interface SyncState {
	doc: Y.Doc;
	type: Y.XmlFragment;
	binding: Binding | null;
}

export const syncOf = (state: EditorState) =>
	ySyncPluginKey.getState(state) as (SyncState & { binding: Binding }) | undefined;

/** Whether a change came from Yjs: of somebody else, or an undo. */
export const isFromYjs = (tr: Transaction): boolean =>
	(tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

/** Of somebody else: an undo is one's own. */
export const isRemote = (tr: Transaction): boolean =>
	isFromYjs(tr) &&
	(tr.getMeta(ySyncPluginKey) as { isUndoRedoOperation?: boolean }).isUndoRedoOperation !== true;

/**
 * Two habits of y-tiptap 3.0.9 that hurt who is typing:
 *
 * - with each change of somebody else it forgets which node stands for which type, so that all of
 *   the page is drawn again and the focus in a field of a block moves to another block. What did
 *   not change is kept here, as y-prosemirror does.
 * - it guesses by their words where the caret was: a caret in an empty line jumps to another empty
 *   line when somebody types in the first, and an undo can look beyond the end of the text. Yjs
 *   knows where a caret is; without these two numbers only that is asked.
 */
export function calmBinding(binding: Binding): void {
	binding.mapping.clear = () => {};
	let selection: object | null = null;
	Object.defineProperty(binding, 'beforeTransactionSelection', {
		get: () => selection,
		set: (next: object | null) => {
			selection = next && { ...next, absAnchor: null, absHead: null };
		},
	});
}

/** What one does next, anywhere on the page, is done where one put the caret. */
const TURNS = ['keydown', 'pointerdown'] as const;
const onturn = (event: KeyboardEvent | PointerEvent) => {
	// what is being put together by a keyboard of a phone is left alone
	if (!('isComposing' in event && event.isComposing)) tellCaret();
};

/** A change of somebody else never scrolls, and a key never comes before the caret. */
export const Calm = Extension.create({
	name: 'calm',
	// after the binding was made, so that it is there
	priority: 1,
	addProseMirrorPlugins() {
		let remote = false;
		return [
			new Plugin({
				state: {
					init: () => null,
					apply: (tr) => {
						remote = isRemote(tr);
						return null;
					},
				},
				props: { handleScrollToSelection: () => remote },
				view: (view) => {
					const binding = syncOf(view.state)?.binding;
					if (binding) calmBinding(binding);
					for (const turn of TURNS) document.addEventListener(turn, onturn, true);
					return {
						destroy: () => {
							for (const turn of TURNS) document.removeEventListener(turn, onturn, true);
						},
					};
				},
			}),
		];
	},
});
