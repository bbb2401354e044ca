import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
} from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { isFromYjs, syncOf } from '#features/tekst/binding.ts';
import { redraw } from '#features/tekst/redraw.ts';
import { Flags, type Caret, type Cursor } from './flags.ts';

/** Together, so that fifty people who type draw the page twenty times a second and not five hundred. */
const DRAW_MS = 50;

/** Where in the text somebody is, and what was drawn there. */
interface Place {
	caret: Caret;
	anchor: number;
	head: number;
}
interface Drawn {
	places: readonly Place[];
	set: DecorationSet;
}

const key = new PluginKey<Drawn>('carets');
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** Who is where. A colour is one of eight, by its number: nothing of others comes into a style. */
function caretsOf(awareness: Awareness): Caret[] {
	return [...awareness.getStates()].flatMap(([clientId, state]) => {
		const user: unknown = state['user'];
		const cursor: unknown = state['cursor'];
		if (clientId === awareness.clientID || !isObject(user) || !isObject(cursor)) return [];
		const kleur = Number(user['kleur']);
		return {
			clientId,
			voornaam: String(user['voornaam'] ?? user['naam'] ?? '').slice(0, 40),
			kleur: Number.isInteger(kleur) && kleur >= 1 && kleur <= 8 ? kleur : 1,
			cursor: { anchor: cursor['anchor'], head: cursor['head'] },
		};
	});
}

/** Where in the text; undefined for a place that is gone or was never there. */
function placeOf(state: EditorState, position: unknown): number | undefined {
	const sync = syncOf(state);
	if (!sync?.binding || sync.binding.mapping.size === 0) return undefined;
	try {
		const place = relativePositionToAbsolutePosition(
			sync.doc,
			sync.type,
			Y.createRelativePositionFromJSON(position),
			sync.binding.mapping,
		);
		return place === null ? undefined : Math.min(Math.max(place, 0), state.doc.content.size);
	} catch {
		return undefined;
	}
}

function placesOf(state: EditorState, awareness: Awareness): Place[] {
	return caretsOf(awareness).flatMap((caret) => {
		const anchor = placeOf(state, caret.cursor.anchor);
		const head = placeOf(state, caret.cursor.head);
		return anchor === undefined || head === undefined ? [] : { caret, anchor, head };
	});
}

/** Where they are after what I typed myself: as in Yjs, who stands right before that stays there. */
const moved = (places: readonly Place[], { mapping }: Transaction): Place[] =>
	places.map(({ caret, anchor, head }) => ({
		caret,
		anchor: mapping.map(anchor, -1),
		head: mapping.map(head, -1),
	}));

function draw(state: EditorState, places: readonly Place[], flags: Flags): DecorationSet {
	const decorations = places.flatMap(({ caret, anchor, head }) => [
		Decoration.widget(head, () => flags.of(caret), {
			key: `${caret.clientId} ${JSON.stringify(caret.cursor)}`,
			side: 10,
			ignoreSelection: true,
		}),
		Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
			class: `live-keuze live-${caret.kleur}`,
		}),
	]);
	return DecorationSet.create(state.doc, decorations);
}

/** Tells the others where I am; nothing when I am not in the text. */
function tell(view: EditorView, awareness: Awareness) {
	const before: unknown = awareness.getLocalState()?.['cursor'] ?? null;
	const now = view.hasFocus() ? cursorIn(view.state) : null;
	if (JSON.stringify(before) !== JSON.stringify(now)) awareness.setLocalStateField('cursor', now);
}

function cursorIn(state: EditorState): Cursor | null {
	const sync = syncOf(state);
	if (!sync?.binding || sync.binding.mapping.size === 0) return null;
	const { anchor, head } = state.selection;
	const relative = (place: number): unknown =>
		absolutePositionToRelativePosition(place, sync.type, sync.binding.mapping);
	try {
		return { anchor: relative(anchor), head: relative(head) };
	} catch {
		return null;
	}
}

function follow(view: EditorView, awareness: Awareness, flags: Flags) {
	let timer: number | undefined;
	let drawn = '';
	let pressed = false;
	const drawSoon = () => (timer ??= window.setTimeout(drawNow, DRAW_MS));
	const drawNow = () => {
		timer = undefined;
		// drawing while a finger is down would put back the selection that is just being made
		if (pressed) drawSoon();
		else redraw(view, key);
	};
	const onpress = () => (pressed = true);
	const onrelease = () => (pressed = false);
	const onmove = (event: PointerEvent) => flags.point(event);
	const onleave = () => flags.point();
	const onkey = ({ key }: KeyboardEvent) => key === 'Escape' && flags.fold();
	const onchange = (changes: Record<'added' | 'updated' | 'removed', number[]>) => {
		const ids = [...changes.added, ...changes.updated, ...changes.removed];
		if (ids.every((id) => id === awareness.clientID)) return;
		// that somebody types, or where, draws nothing
		const now = JSON.stringify(caretsOf(awareness));
		if (now === drawn) return;
		drawn = now;
		drawSoon();
	};
	const onfocus = () => tell(view, awareness);
	awareness.on('change', onchange);
	view.dom.addEventListener('focusin', onfocus);
	view.dom.addEventListener('focusout', onfocus);
	view.dom.addEventListener('pointerdown', onpress);
	view.dom.addEventListener('pointermove', onmove);
	view.dom.addEventListener('pointerleave', onleave);
	for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, onrelease);
	window.addEventListener('keydown', onkey);
	return {
		update: () => tell(view, awareness),
		destroy: () => {
			window.clearTimeout(timer);
			for (const end of ['pointerup', 'pointercancel']) window.removeEventListener(end, onrelease);
			window.removeEventListener('keydown', onkey);
			awareness.off('change', onchange);
			awareness.setLocalStateField('cursor', null);
		},
	};
}

/** The carets and selections of others, with their names. */
export const Carets = Extension.create<{ awareness: Awareness }>({
	name: 'carets',
	priority: 500,
	addProseMirrorPlugins() {
		const { awareness } = this.options;
		const flags = new Flags();
		return [
			new Plugin<Drawn>({
				key,
				state: {
					init: () => ({ places: [], set: DecorationSet.empty }),
					apply: (tr, drawn, _before, state) => {
						const isNew = isFromYjs(tr) || tr.getMeta(key) === true;
						if (!isNew && !tr.docChanged) return drawn;
						const places = isNew ? placesOf(state, awareness) : moved(drawn.places, tr);
						flags.keep(places);
						return { places, set: draw(state, places, flags) };
					},
				},
				props: { decorations: (state) => key.getState(state)?.set },
				view: (view) => follow(view, awareness, flags),
			}),
		];
	},
});
