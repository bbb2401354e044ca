import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
} from '@tiptap/y-tiptap';
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { isFromYjs, syncOf } from '#features/tekst/binding.ts';
import { redraw } from '#features/tekst/redraw.ts';
import { MAX_CITAAT } from './citaat.ts';
import type { Opmerkingen, OpmerkingMotor, Passage } from './opmerkingen.svelte.ts';

/** Where remarks stand in a text that is being written: places that move along with the words. */

interface Plek {
	from: number;
	to: number;
}
interface Stand {
	plekken: Map<string, Plek>;
	decorations: DecorationSet;
}

const key = new PluginKey<Stand>('opmerkingen');

function ankerVan(state: EditorState, pos: number): string {
	const sync = syncOf(state);
	if (!sync) return '';
	const relative = absolutePositionToRelativePosition(
		pos,
		sync.type,
		sync.binding.mapping,
	) as Y.RelativePosition;
	return toBase64(Y.encodeRelativePosition(relative));
}

function plekVan(state: EditorState, anker: string): number | null {
	const sync = syncOf(state);
	if (!sync?.binding || !anker) return null;
	try {
		const relative = Y.decodeRelativePosition(fromBase64(anker));
		return relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping);
	} catch {
		return null;
	}
}

/** Of every passage that is still there: where. */
function zoek(state: EditorState, stand: Opmerkingen): Map<string, Plek> {
	const plekken = new Map<string, Plek>();
	const { size } = state.doc.content;
	for (const { id, van, tot } of stand.lijst) {
		const [from, to] = [plekVan(state, van), plekVan(state, tot)];
		if (from !== null && to !== null && from < to && to <= size) plekken.set(id, { from, to });
	}
	return plekken;
}

function teken(doc: Node, plekken: Map<string, Plek>, stand: Opmerkingen): DecorationSet {
	const decorations: Decoration[] = [];
	for (const { id, door, afgehandeld } of stand.lijst) {
		const plek = plekken.get(id);
		if (!plek || afgehandeld) continue;
		const open = stand.gekozen === id;
		decorations.push(
			Decoration.inline(plek.from, plek.to, {
				class: open ? 'opmerking is-open' : 'opmerking',
				'data-opmerking': id,
			}),
			Decoration.widget(plek.to, () => knop(id, door, stand), { side: 1, key: `${id} ${door}` }),
		);
	}
	return DecorationSet.create(doc, decorations);
}

function knop(id: string, door: string, stand: Opmerkingen): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'opmerking-knop';
	button.contentEditable = 'false';
	button.tabIndex = -1;
	button.ariaLabel = `Opmerking van ${door || 'iemand'}`;
	button.title = button.ariaLabel;
	button.addEventListener('mousedown', (event) => event.preventDefault());
	button.addEventListener('click', () => stand.open(id));
	return button;
}

export const opmerkingAnkers = (stand: Opmerkingen) =>
	Extension.create({
		name: 'opmerkingAnkers',
		// after the binding was made
		priority: 1,
		addKeyboardShortcuts() {
			return {
				'Mod-Alt-m': () => stand.begin(),
				'Mod-Alt-j': () => stand.volgende(this.editor.state.selection.from),
			};
		},
		onCreate() {
			stand.koppel(motorVan(this.editor));
		},
		onDestroy() {
			stand.koppel(undefined);
		},
		addProseMirrorPlugins: () => [
			new Plugin<Stand>({
				key,
				state: {
					init: () => ({ plekken: new Map(), decorations: DecorationSet.empty }),
					apply: (tr, old, _before, state) => {
						if (tr.getMeta(key)) return nieuw(state, zoek(state, stand), stand);
						if (!tr.docChanged) return old;
						if (isFromYjs(tr)) {
							const plekken = zoek(state, stand);
							return nieuw(state, plekken, stand);
						}
						return mee(old, tr.mapping, tr.doc);
					},
				},
				view: () => ({
					update: ({ state }, before) => {
						if (key.getState(state) !== key.getState(before))
							stand.plekken = key.getState(state)!.plekken;
					},
				}),
				props: {
					decorations: (state) => key.getState(state)?.decorations,
					handleClick: (_view, _pos, event) => {
						const passage = (event.target as Element).closest?.('[data-opmerking]');
						if (passage) stand.open(passage.getAttribute('data-opmerking')!, false);
						return false;
					},
				},
			}),
		],
	});

const nieuw = ({ doc }: EditorState, plekken: Map<string, Plek>, stand: Opmerkingen): Stand => ({
	plekken,
	decorations: teken(doc, plekken, stand),
});

/** Own typing: the places shift with it, so nothing has to be looked up. */
function mee({ plekken, decorations }: Stand, mapping: Mapping, doc: Node): Stand {
	const shifted = [...plekken]
		.map(
			([id, { from, to }]) =>
				[id, { from: mapping.map(from, 1), to: mapping.map(to, -1) }] as const,
		)
		.filter(([, { from, to }]) => from < to);
	return { plekken: new Map(shifted), decorations: decorations.map(mapping as never, doc) };
}
interface Mapping {
	map(pos: number, assoc?: number): number;
}

const motorVan = (editor: Editor): OpmerkingMotor => ({
	passage(): Passage | undefined {
		const { state } = editor;
		const { from, to, empty } = state.selection;
		const citaat = state.doc.textBetween(from, to, ' ').trim().slice(0, MAX_CITAAT);
		if (empty || !citaat) return undefined;
		return { van: ankerVan(state, from), tot: ankerVan(state, to), citaat };
	},
	teken() {
		if (!editor.isDestroyed) redraw(editor.view, key);
	},
	toon(id) {
		const plek = key.getState(editor.state)?.plekken.get(id);
		if (plek) editor.chain().setTextSelection(plek).scrollIntoView().run();
		return plek !== undefined;
	},
	naarTekst: () => void editor.commands.focus(undefined, { scrollIntoView: false }),
});
