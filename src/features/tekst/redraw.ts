import type { PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { tellCaret } from '#sync/client/caret.ts';

/** Draws what a plugin shows anew, because of news that came by itself. */
export function redraw(view: EditorView, key: PluginKey) {
	if (view.isDestroyed) return;
	tellCaret();
	view.dispatch(view.state.tr.setMeta(key, true));
}
