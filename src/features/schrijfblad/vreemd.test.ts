import { getSchema } from '@tiptap/core';
import { Slice, type Node } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { TekstNode } from '#features/tekst/node.ts';
import { TEKST_NODES } from '#features/tekst/schema.ts';
import { takeOut } from './vreemd.ts';

const schema = getSchema(TEKST_NODES);
const [HIER, ELDERS, OOK_ELDERS] = ['h', 'e', 'o'].map((letter) => letter.repeat(20)) as [
	string,
	string,
	string,
];
const p = (text = ''): TekstNode => ({
	type: 'paragraph',
	...(text && { content: [{ type: 'text', text }] }),
});
const foto = (id: string, alt = ''): TekstNode => ({ type: 'afbeelding', attrs: { id, alt } });
const docOf = (...content: TekstNode[]): Node => schema.nodeFromJSON({ type: 'doc', content });
/** A text with the caret at the end of its first block, and what is pasted there. */
function plak(text: TekstNode[], pasted: TekstNode[], eigen: string[] = []) {
	const doc = docOf(...text);
	const { tr } = EditorState.create({ doc });
	tr.setSelection(TextSelection.create(tr.doc, doc.firstChild!.nodeSize - 1));
	tr.replaceSelection(new Slice(docOf(...pasted).content, 1, 0));
	return { tr, vreemd: takeOut(tr, eigen) };
}
const shown = (doc: Node) =>
	doc.children.map((node) => node.textContent || String(node.attrs['id'] ?? ''));

describe('what is pasted out of another text', () => {
	test('leaves its pictures there, and says where they stood and what they show', () => {
		const pasted = [p('een'), foto(ELDERS, 'Het plein'), p('twee'), foto(OOK_ELDERS)];
		const { tr, vreemd } = plak([p('voor '), p('na')], pasted);
		expect(shown(tr.doc)).toEqual(['voor een', 'twee', 'na']);
		expect(vreemd).toMatchObject([{ id: ELDERS, alt: 'Het plein' }, { id: OOK_ELDERS }]);
		expect(vreemd.map(({ place }) => tr.doc.resolve(place).nodeAfter?.textContent)).toEqual([
			'twee',
			'na',
		]);
	});

	test('keeps a picture that this text has, had, or kept for it', () => {
		const { tr, vreemd } = plak([p('voor'), foto(HIER)], [p(), foto(HIER), foto(ELDERS)], [ELDERS]);
		expect(vreemd).toEqual([]);
		expect(shown(tr.doc)).toEqual(['voor', HIER, ELDERS, HIER]);
	});

	test('and has the caret at the end of what came before a picture that was last', () => {
		const { tr } = EditorState.create({ doc: docOf(p('voor'), p('na')) });
		tr.insert(6, docOf(p('een'), foto(ELDERS)).content);
		tr.setSelection(NodeSelection.create(tr.doc, 11));
		expect(takeOut(tr, [])).toHaveLength(1);
		expect(tr.selection.$from.parent.textContent).toBe('een');
	});

	test('leaves a cell that had only a picture, with room for it', () => {
		const cell = { type: 'tableCell', content: [foto(ELDERS)] };
		const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
		const { tr, vreemd } = plak([p('voor'), p('na')], [p(), table]);
		tr.doc.check();
		const at = tr.doc.resolve(vreemd[0]!.place);
		expect(at.parent.type.name).toBe('tableCell');
		expect(at.parent.canReplaceWith(at.index(), at.index(), schema.nodes['afbeelding']!)).toBe(
			true,
		);
	});
});

test('what somebody only writes, or moves in the text, is left as it is', () => {
	const doc = docOf(p('een'), foto(ELDERS), p('twee'));
	const { tr } = EditorState.create({ doc });
	const moved = tr.doc.child(1);
	tr.delete(5, 6).insert(tr.doc.content.size, moved).insertText('x', 1);
	expect(takeOut(tr, [])).toEqual([]);
	expect(shown(tr.doc)).toEqual(['xeen', 'twee', ELDERS]);
});
