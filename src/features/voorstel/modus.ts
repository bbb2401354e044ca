import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { isFromYjs, syncOf } from '#features/tekst/binding.ts';
import { newNodeId } from '#features/tekst/ids.ts';
import { redraw } from '#features/tekst/redraw.ts';
import { ERBIJ, isVoorstelNaam, type VoorstelMerk } from './voorstel.ts';
import { zonderWeg } from './getypt.ts';
import { LegeRegels } from './leeg.ts';
import { beslis, voorstellenIn, type Keuze, type Voorstel } from './besluit.ts';
import { schrijfPrecies } from './precies.ts';
import { nieuweRegel, overGrens, type Omzetting } from './regel.ts';
import { alsVoorstel } from './stap.ts';
import { laatNieuweStaan } from './tegelijk.ts';
import { sleutelVan, type Voorstellen, type VoorstelMotor } from './voorstellen.svelte.ts';

const key = new PluginKey<DecorationSet>('voorstellen');
/** A proposal already, or a decision about one. */
const KLAAR = 'voorstel-klaar';

interface Mux {
	mux(run: () => void): void;
}

/** In Yjs exactly where it happens, before the binding compares the texts and finds them equal. */
function precies(state: EditorState, tr: Transaction, onlyShared = false) {
	const sync = syncOf(state);
	if (!sync?.binding) return;
	(sync.binding as unknown as Mux).mux(() =>
		sync.doc.transact(
			() => schrijfPrecies(sync.type, tr, { known: sync.binding.mapping, onlyShared }),
			ySyncPluginKey,
		),
	);
}

/**
 * With proposing on, everything somebody does in the text becomes a proposal. What comes in from
 * others, and what is undone, goes through as it is.
 */
export const voorstelModus = (stand: Voorstellen) =>
	Extension.create<object, { leeg: LegeRegels; end?: () => void }>({
		name: 'voorstelModus',
		// after the menu behind `/` and the keys of a text, before those of a list
		priority: 1150,
		addStorage: () => ({ leeg: new LegeRegels() }),
		dispatchTransaction({ transaction: tr, next }) {
			if (!tr.docChanged || isFromYjs(tr)) return next(tr);
			const { state } = this.editor;
			const klaar = tr.getMeta(KLAAR) !== undefined;
			if (!klaar && !stand.aan) {
				precies(state, tr, !zonderWeg(tr));
				return next(tr);
			}
			const done: Omzetting = klaar ? { tr } : alsVoorstel(tr, state, voorsteller(stand));
			stand.melding = 'weigering' in done ? done.weigering : '';
			if ('weigering' in done) return next(state.tr);
			precies(state, done.tr);
			next(done.tr);
		},
		addKeyboardShortcuts() {
			const doe = (maak: (state: EditorState) => Omzetting | undefined) => () => {
				if (!stand.aan) return false;
				const done = maak(this.editor.state);
				if (!done) return false;
				if ('weigering' in done) stand.melding = done.weigering;
				else this.editor.view.dispatch(done.tr.setMeta(KLAAR, true));
				return true;
			};
			const wie = voorsteller(stand);
			const nieuw = doe((state) => nieuweRegel(state, wie));
			const enter = () => {
				const done = nieuw();
				const sync = done && syncOf(this.editor.state);
				if (sync) this.storage.leeg.neem(sync.type, this.editor.state);
				return done;
			};
			const terug = doe((state) => overGrens(state, wie, -1));
			return {
				Enter: enter,
				'Shift-Enter': enter,
				Backspace: terug,
				'Shift-Backspace': terug,
				Delete: doe((state) => overGrens(state, wie, 1)),
				'Mod-Alt-v': () => {
					stand.metToets = true;
					return kiesBij(stand, this.editor.state.selection.from, this.editor.state.doc);
				},
			};
		},
		onCreate() {
			stand.begin(motorVan(this.editor));
			stand.lijst = voorstellenIn(this.editor.state.doc);
			const sync = syncOf(this.editor.state);
			const { door, right } = stand.wie;
			if (sync) this.storage.end = laatNieuweStaan(sync.doc, door, () => right() !== 'lezen');
		},
		onDestroy() {
			this.storage.end?.();
			stand.begin(undefined);
			stand.lijst = [];
		},
		/** Without a line others may write in it unseen: then it stays. */
		onSelectionUpdate() {
			const { editor, storage } = this;
			const sync = syncOf(editor.state);
			if (!sync || !stand.aan || !stand.wie.online()) return;
			const tr = storage.leeg.ruimOp(sync.type, editor.state);
			if (tr) editor.view.dispatch(tr.setMeta(KLAAR, true));
		},
		addProseMirrorPlugins: () => [
			new Plugin<DecorationSet>({
				key,
				state: {
					init: (_config, { doc }) => namen(doc, stand),
					apply: (tr, old) => (tr.docChanged || tr.getMeta(key) ? namen(tr.doc, stand) : old),
				},
				// nobody but the person proposes: what other behaviour would add to it may not go out
				filterTransaction: (tr) =>
					!tr.docChanged ||
					isFromYjs(tr) ||
					tr.getMeta('appendedTransaction') === undefined ||
					stand.wie.right() !== 'voorstellen',
				view: () => ({
					update: ({ state: { doc } }, before) => {
						if (!doc.eq(before.doc)) stand.lijst = voorstellenIn(doc);
					},
				}),
				props: {
					decorations: (state) => key.getState(state),
					handleClick: (view, pos) => {
						stand.gekozen = undefined;
						stand.metToets = false;
						kiesBij(stand, pos, view.state.doc);
						return false;
					},
				},
			}),
		],
	});

const voorsteller = (stand: Voorstellen) => ({
	door: stand.wie.door,
	nieuw: () => ({ id: newNodeId(), op: new Date().toISOString() }),
});

/** Chooses the proposal at a place; false when there is none. */
function kiesBij(stand: Voorstellen, pos: number, doc: Node): boolean {
	const $pos = doc.resolve(pos);
	const marks = [...($pos.nodeAfter?.marks ?? []), ...($pos.nodeBefore?.marks ?? [])];
	const mark = marks.find(({ type }) => isVoorstelNaam(type.name));
	if (mark) stand.gekozen = sleutelVan(mark.attrs as VoorstelMerk);
	return mark !== undefined;
}

const motorVan = (editor: Editor): VoorstelMotor => ({
	beslis(keuze: Keuze, hoort) {
		const { tr } = editor.state;
		if (beslis(tr, keuze, hoort)) editor.view.dispatch(tr.setMeta(KLAAR, true));
	},
	toon({ van, tot }: Voorstel) {
		const { size } = editor.state.doc.content;
		const range = { from: Math.min(van, size), to: Math.min(tot, size) };
		editor.chain().setTextSelection(range).scrollIntoView().focus().run();
	},
	plek({ tot }) {
		if (editor.isDestroyed || tot > editor.state.doc.content.size) return undefined;
		const { left, bottom } = editor.view.coordsAtPos(tot, -1);
		return { left, bottom };
	},
	naarTekst: () => void editor.commands.focus(undefined, { scrollIntoView: false }),
	hernoem: () => redraw(editor.view, key),
});

/** Whose it is, at the beginning of each proposal, and of every word when one points at it. */
function namen(doc: Node, stand: Voorstellen): DecorationSet {
	const decorations: Decoration[] = [];
	const named = new Set<string>();
	doc.descendants((node, pos) => {
		if (!node.isText) return;
		const marks = node.marks.filter(({ type }) => isVoorstelNaam(type.name));
		for (const mark of marks) {
			const merk = mark.attrs as VoorstelMerk;
			const naam = stand.isEigen(merk) ? 'Jij' : stand.naam(merk);
			const sleutel = sleutelVan(merk);
			const what = mark.type.name === ERBIJ ? 'erbij te zetten' : 'weg te halen';
			decorations.push(
				Decoration.inline(pos, pos + node.nodeSize, {
					title: `${naam === 'Jij' ? 'Je' : naam} stelt voor om dit ${what}`,
					class: named.has(sleutel) ? 'voorstel' : 'voorstel is-begin',
					'data-naam': naam,
				}),
			);
			named.add(sleutel);
		}
	});
	return DecorationSet.create(doc, decorations);
}
