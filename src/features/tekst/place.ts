import type { Editor } from '@tiptap/core';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
} from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { syncOf } from './binding.ts';

/** Remembers a place while others go on writing; asked later, it says where that is by then. */
export function followPlace(editor: Editor, place: number): () => number {
	const sync = syncOf(editor.state);
	const relative = sync
		? (absolutePositionToRelativePosition(
				place,
				sync.type,
				sync.binding.mapping,
			) as Y.RelativePosition)
		: undefined;
	return () => {
		const now = syncOf(editor.state);
		if (!now || !relative) return place;
		return (
			relativePositionToAbsolutePosition(now.doc, now.type, relative, now.binding.mapping) ??
			editor.state.doc.content.size
		);
	};
}
