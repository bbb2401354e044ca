import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { TEKST_ROOT } from '#features/tekst/document.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { tekstSchema } from '#features/tekst/schema.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { schrijfPrecies } from './precies.ts';
import { alsVoorstel } from './stap.ts';
import type { Omzetting } from './regel.ts';

/** For tests of proposals: writers at one text without a screen, bound to Yjs as the editor is. */

export const TYGO = 'tygotygotygotygotygo';
export const SANNE = 'sannesannesannesanne';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
let count = 0;
const id = () =>
	`voorstel${[...String(count++).padStart(12, '0')].map((n) => LETTERS[+n]).join('')}`;

export const wie = (door: string) => ({
	door,
	nieuw: () => ({ id: id(), op: '2026-06-11T12:45:00.000Z' }),
});

export class Schrijver {
	readonly doc = new Y.Doc();
	readonly door: string;
	state: EditorState;
	private mapping = new Map();

	constructor(door: string) {
		this.door = door;
		this.state = EditorState.create({ schema: tekstSchema() });
		this.read();
	}

	/** What is in Yjs now, as the editor shows it. */
	read() {
		const { doc, mapping } = initProseMirrorDoc(this.doc.getXmlFragment(TEKST_ROOT), tekstSchema());
		this.mapping = mapping;
		this.show(doc);
	}

	private show(doc: Node) {
		const filled = doc.childCount > 0 ? doc : tekstSchema().topNodeType.createAndFill()!;
		this.state = EditorState.create({ doc: filled });
	}

	private write(tr: Transaction, onlyShared = false) {
		tr.doc.check();
		this.state = this.state.apply(tr);
		const meta = { mapping: this.mapping, isOMark: new Map() };
		const root = this.doc.getXmlFragment(TEKST_ROOT);
		this.doc.transact(() => schrijfPrecies(root, tr, { known: this.mapping, onlyShared }));
		this.doc.transact(() => updateYFragment(this.doc, root, this.state.doc, meta));
	}

	/** As who decides about a proposal. */
	schrijf(change: (tr: Transaction) => Transaction | void) {
		const { tr } = this.state;
		change(tr);
		this.write(tr);
	}

	/** As who may write, and types. */
	typ(change: (tr: Transaction) => Transaction | void) {
		const { tr } = this.state;
		change(tr);
		this.write(tr, true);
	}

	/** As who proposes. Returns the sentence when it cannot be proposed. */
	stelVoor(change: (tr: Transaction) => Transaction | void): string | undefined {
		const { tr } = this.state;
		change(tr);
		return this.doe(alsVoorstel(tr, this.state, wie(this.door)));
	}

	doe(done: Omzetting): string | undefined {
		if ('weigering' in done) return done.weigering;
		this.write(done.tr);
		return undefined;
	}

	zetCursor(from: number, to = from) {
		const { doc, tr } = this.state;
		this.state = this.state.apply(
			tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))),
		);
	}

	/** Where these words begin. */
	plek(words: string): number {
		let found = -1;
		this.state.doc.descendants((node, pos) => {
			if (!node.isTextblock || found >= 0) return found < 0;
			const at = node.textBetween(0, node.content.size, '', '\ufffc').indexOf(words);
			if (at >= 0) found = pos + 1 + at;
			return false;
		});
		if (found < 0) throw new Error(`no ${words}`);
		return found;
	}

	get json(): TekstNode {
		return this.state.doc.toJSON() as TekstNode;
	}
}

/** Everyone gets what everyone wrote. */
export function wisselUit(...schrijvers: Schrijver[]) {
	for (const from of schrijvers)
		for (const to of schrijvers)
			if (from !== to)
				Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
	for (const schrijver of schrijvers) schrijver.read();
}

/** Writers at the same text. */
export function aanTafel(tekst: TekstNode, ...wie: string[]): Schrijver[] {
	const begin = new Y.Doc();
	writeTekst(begin, tekst);
	return wie.map((door) => {
		const schrijver = new Schrijver(door);
		Y.applyUpdate(schrijver.doc, Y.encodeStateAsUpdate(begin));
		schrijver.read();
		return schrijver;
	});
}

export const woorden = (text: string, ...marks: NonNullable<TekstNode['marks']>): TekstNode => ({
	type: 'text',
	text,
	...(marks.length > 0 && { marks }),
});
export const alinea = (...content: (TekstNode | string)[]): TekstNode => ({
	type: 'paragraph',
	...(content.length > 0 && {
		content: content.map((one) => (typeof one === 'string' ? woorden(one) : one)),
	}),
});
export const tekst = (...content: TekstNode[]): TekstNode => ({ type: 'doc', content });
export const lijst = (...items: TekstNode[][]): TekstNode => ({
	type: 'bulletList',
	content: items.map((content) => ({ type: 'listItem', content })),
});
export const merk = (type: string, door: string, id = 'aaaaaaaaaaaaaaaaaaaa') => ({
	type,
	attrs: { id, door, op: '2026-06-11T12:45:00.000Z' },
});
