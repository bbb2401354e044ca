import type { Editor } from '@tiptap/core';

/** Ticks an actiepunt off, or on again, where it stands in the text. */
export function zetKlaar(editor: Editor, id: string, klaar: boolean) {
	editor.commands.command(({ tr, state }) => {
		state.doc.descendants((node, pos) => {
			if (node.type.name === 'actiepunt' && node.attrs['id'] === id)
				tr.setNodeAttribute(pos, 'klaar', klaar);
		});
		return true;
	});
}
