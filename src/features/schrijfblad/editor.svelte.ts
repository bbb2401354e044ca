import { Editor, type Extensions } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { isFromYjs } from '#features/tekst/binding.ts';
import { TEKST_ROOT } from '#features/tekst/document.ts';
import { followPlace } from '#features/tekst/place.ts';
import type { SyncRight } from '#sync/kind.ts';
import { behaviour } from './extensions.ts';
import { kopBoven } from './kop.ts';
import { actieveIn, voerUit, type Actief, type Naam } from './opdrachten.ts';
import type { Slash } from './slash.ts';
import { type Bewaard, type Bron, Uploads, type UploadAfbeelding } from './uploads.svelte.ts';
import type { Vreemd } from './vreemd.ts';
import type { Mens } from './wie.ts';

/** What of a live document the editor needs. */
export interface Live {
	doc: Y.Doc;
	awareness: Awareness;
	right: SyncRight;
}

export interface EditorOptions {
	element: HTMLElement;
	live: Live;
	label: string;
	/** Shown while there is nothing. */
	leeg: string;
	/** The id of what tells how to leave the text by keyboard. */
	describedBy: string;
	mensen: () => readonly Mens[];
	afbeeldingen: string;
	upload: UploadAfbeelding | undefined;
	extra: Extensions;
}

/** After this rest somebody is not typing any more. */
const TYPING_MS = 2000;

/** The editor of one live text, with what its bars and menus show as Svelte state. */
export class TekstEditor {
	readonly editor: Editor;
	readonly uploads: Uploads;
	actief = $state.raw<readonly Actief[]>([]);
	kanTerug = $state(false);
	kanOpnieuw = $state(false);
	/** Words are chosen, and the mouse or finger is off them. */
	gekozen = $state(false);
	slash = $state.raw<Slash>();
	/** Rises with every change of what is shown: who reads a place on screen reads this first. */
	beurt = $state(0);
	melding = $state('');
	linkOpen = $state(false);
	/** Asks for a picture of this device. */
	kiesAfbeelding: () => void = () => {};
	slashKey: (event: KeyboardEvent) => boolean = () => false;
	toSelection: () => boolean = () => false;
	readonly #options: EditorOptions;
	readonly #awareness: Awareness;
	readonly #root: Y.XmlFragment;
	#entered = false;
	#frame?: number;
	#typing?: number;

	constructor(options: EditorOptions) {
		const { live, upload } = options;
		this.#options = options;
		this.uploads = new Uploads(upload);
		this.#awareness = live.awareness;
		this.#root = live.doc.getXmlFragment(TEKST_ROOT);
		this.editor = new Editor({
			element: options.element,
			editable: live.right !== 'lezen',
			injectCSS: false,
			// not a string: that would be read as HTML, which the policy of the page forbids
			content: { type: 'doc', content: [{ type: 'paragraph' }] },
			extensions: [...behaviour(this, options), ...options.extra],
			editorProps: { attributes: attributesOf(options, live.right !== 'lezen') },
		});
		this.editor.on('transaction', ({ transaction }) => {
			this.#frame ??= requestAnimationFrame(this.#look);
			if (transaction.docChanged && !isFromYjs(transaction)) this.#typed();
		});
		this.editor.on('blur', () => this.#tell('plek', ''));
		this.#look();
	}

	voerUit(naam: Naam): boolean {
		return voerUit(this.editor, naam);
	}

	setRight(right: SyncRight) {
		const editable = right !== 'lezen';
		if (this.editor.isEditable === editable) return;
		this.editor.setEditable(editable);
		this.editor.view.setProps({ attributes: attributesOf(this.#options, editable) });
	}

	/** At the caret, or at a place where something was dropped. */
	addImages(files: readonly File[], place = this.editor.state.selection.to) {
		if (!this.uploads.possible) return;
		for (const file of files) this.#addImage(file.name, file, { place });
	}

	/** Pictures of another text, as I may see them there. */
	keepAnew(afbeeldingen: readonly Vreemd[]) {
		for (const vreemd of afbeeldingen) this.#addImage('De afbeelding', vreemd, vreemd);
	}

	#addImage(naam: string, bron: Bron, { place, alt = '' }: { place: number; alt?: string }) {
		const at = followPlace(this.editor, place);
		this.uploads.add({ naam, bron, place: (saved) => this.#insertImage({ ...saved, alt }, at()) });
	}

	destroy() {
		if (this.#frame) cancelAnimationFrame(this.#frame);
		window.clearTimeout(this.#typing);
		this.#tell('typing', false);
		this.#tell('plek', '');
		this.editor.destroy();
	}

	#insertImage(attrs: Bewaard & { alt: string }, place: number) {
		if (this.editor.isDestroyed || !this.editor.isEditable) return;
		const { doc, schema } = this.editor.state;
		const at = doc.resolve(Math.min(place, doc.content.size));
		const afbeelding = { type: 'afbeelding', attrs };
		const fits = at.parent.canReplaceWith(at.index(), at.index(), schema.nodes['afbeelding']!);
		// between two blocks, or below the block in which the caret was
		this.editor.commands.insertContentAt(fits ? at.pos : at.after(1), afbeelding, {
			updateSelection: false,
		});
	}

	#look = () => {
		this.#frame = undefined;
		if (this.editor.isDestroyed) return;
		const { state, view } = this.editor;
		// before somebody was in the text, no caret stands anywhere
		this.#entered ||= view.hasFocus();
		this.actief = this.#entered ? actieveIn(this.editor) : [];
		const undo = yUndoPluginKey.getState(state) as { undoManager: Y.UndoManager } | undefined;
		this.kanTerug = (undo?.undoManager.undoStack.length ?? 0) > 0;
		this.kanOpnieuw = (undo?.undoManager.redoStack.length ?? 0) > 0;
		const { empty, from, to } = state.selection;
		this.gekozen = !empty && state.doc.textBetween(from, to, ' ').trim() !== '';
		this.beurt++;
		if (view.hasFocus()) this.#tell('plek', this.#plek());
	};

	/** "schrijft bij Casus: De brief in de la": the heading above the caret. */
	#plek(): string {
		const { selection } = this.editor.state;
		const block = this.#root.toArray()[selection.$head.index(0)] ?? null;
		const kop = block && kopBoven(this.#root, block);
		return kop ? `schrijft bij ${kop}` : 'schrijft mee';
	}

	#typed() {
		this.#tell('typing', true);
		window.clearTimeout(this.#typing);
		this.#typing = window.setTimeout(() => this.#tell('typing', false), TYPING_MS);
	}

	#tell(field: 'typing' | 'plek', value: boolean | string) {
		if ((this.#awareness.getLocalState()?.[field] ?? false) !== value)
			this.#awareness.setLocalStateField(field, value);
	}
}

function attributesOf({ label, describedBy }: EditorOptions, editable: boolean) {
	const attributes: Record<string, string> = { class: 'tekst', 'aria-label': label, lang: 'nl' };
	if (!editable) return { ...attributes, role: 'article', tabindex: '-1' };
	return {
		...attributes,
		role: 'textbox',
		'aria-multiline': 'true',
		'aria-describedby': describedBy,
		spellcheck: 'true',
	};
}
