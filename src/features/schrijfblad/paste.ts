import { Extension } from '@tiptap/core';
import {
	DOMParser,
	Fragment,
	Slice,
	type Node,
	type ParseOptions,
	type Schema,
} from '@tiptap/pm/model';
import { Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { adresUitInvoer } from '#features/tekst/adres.ts';
import { cleanPasted, setStylesAside } from './paste-clean.ts';
import { afbeeldingenIn, takeOut, type Vreemd } from './vreemd.ts';

/** More at once does not fit in one message to the server. */
const MAX_PASTE = 200_000;
const TE_LANG = 'Deze tekst is te lang om in één keer te plakken.';
/** Of ProseMirror's size: one update of this many stays far below 1 MiB. */
const PART = 40_000;

export interface PasteOptions {
	refuse(sentence: string): void;
	images(files: File[], place: number | undefined): void;
	/** The pictures of this text, also those that stand nowhere in it for a moment. */
	eigen: string[];
	keepAnew(afbeeldingen: Vreemd[]): void;
}

/** Reads a clipboard after what Word and the web add to it was taken off. */
class PasteParser extends DOMParser {
	override parseSlice(dom: globalThis.Node, options?: ParseOptions): Slice {
		if (dom.nodeType === 1) cleanPasted(dom as Element);
		return super.parseSlice(dom, options);
	}
}

const pasteParser = (schema: Schema) => new PasteParser(schema, DOMParser.fromSchema(schema).rules);

/** More than a text takes at once; of what is structure, the signs around it count too. */
export const isTooMuch = ({ content }: Slice): boolean => content.size > MAX_PASTE * 1.5;

/** Who wants what such an event would paste, and nothing pasted. */
export const reading = new WeakMap<Event, (slice: Slice) => void>();

const imagesIn = (data: DataTransfer | null): File[] =>
	[...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/** Blocks in parts of about PART; one that is larger by itself is a part. */
export function partsOf(content: Fragment): Node[][] {
	const parts: Node[][] = [];
	let size = Infinity;
	content.forEach((block) => {
		if (size + block.nodeSize > PART) {
			parts.push([]);
			size = 0;
		}
		parts.at(-1)!.push(block);
		size += block.nodeSize;
	});
	return parts;
}

/** One update per part, so that no message to the server is too long. */
export function insertInParts(view: EditorView, slice: Slice): void {
	const parts = partsOf(slice.content);
	parts.forEach((blocks, index) => {
		const content = Fragment.from(blocks);
		const openEnd = index === parts.length - 1 ? slice.openEnd : 0;
		const { tr, selection } = view.state;
		if (index === 0) tr.replaceSelection(new Slice(content, slice.openStart, openEnd));
		else {
			// below the block in which the part before it ended
			const at = selection.$to.depth > 0 ? selection.$to.after(1) : selection.to;
			tr.insert(at, content);
			tr.setSelection(Selection.near(tr.doc.resolve(at + content.size), -1));
		}
		view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
	});
	view.dispatch(view.state.tr.scrollIntoView());
}

/** A bare address on a selection becomes a link on those words. */
function pasteAddress(view: EditorView, text: string): boolean {
	const href = /^\s*(https?:|mailto:)\S+\s*$/.test(text) ? adresUitInvoer(text) : undefined;
	const link = view.state.schema.marks['link'];
	const { from, to, empty, $from } = view.state.selection;
	if (!href || !link || !$from.parent.isTextblock) return false;
	const { tr } = view.state;
	if (empty) tr.insertText(text.trim(), from);
	const end = empty ? from + text.trim().length : to;
	view.dispatch(tr.addMark(from, end, link.create({ href })).removeStoredMark(link));
	return true;
}

/** What is pasted or dropped: structure stays, styling goes, and too much is refused in a sentence. */
export const Paste = Extension.create<PasteOptions>({
	name: 'pasteClean',
	priority: 1100,
	// what is only proposed is words by now: no picture is in it
	dispatchTransaction({ transaction, next }) {
		const vreemd = takeOut(transaction, this.options.eigen);
		next(transaction);
		if (vreemd.length > 0) this.options.keepAnew(vreemd);
	},
	addProseMirrorPlugins() {
		const { refuse, images, eigen } = this.options;
		const isTooLong = (data: DataTransfer | null) =>
			(data?.getData('text/plain').length ?? 0) > MAX_PASTE;
		const take = (view: EditorView, data: DataTransfer | null, place?: number) => {
			const files = imagesIn(data);
			if (files.length === 0 || data?.getData('text/html')) return false;
			if (view.editable) images(files, place);
			return true;
		};
		return [
			new Plugin({
				props: {
					clipboardParser: pasteParser(this.editor.schema),
					transformPastedHTML: setStylesAside,
					// what is cut out of this text may come back to it
					transformCopied: (slice) => {
						eigen.push(...afbeeldingenIn(slice.content).map(({ id }) => id));
						return slice;
					},
					handleDOMEvents: {
						// before it is read: reading a very long text takes long
						paste: (_view, event) => {
							if (!isTooLong(event.clipboardData)) return false;
							event.preventDefault();
							refuse(TE_LANG);
							return true;
						},
					},
					handlePaste: (view, event, slice) => {
						const read = reading.get(event);
						if (read) {
							read(slice);
							return true;
						}
						if (take(view, event.clipboardData)) return true;
						const html = event.clipboardData?.getData('text/html') ?? '';
						const text = event.clipboardData?.getData('text/plain') ?? '';
						if (!html.includes('data-pm-slice') && pasteAddress(view, text)) return true;
						if (isTooMuch(slice)) refuse(TE_LANG);
						else if (slice.content.childCount > 1 && slice.content.size > PART)
							insertInParts(view, slice);
						else return false;
						return true;
					},
					handleDrop: (view, event, slice, moved) => {
						if (moved) return false;
						const place = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
						if (take(view, event.dataTransfer, place)) return true;
						if (!isTooLong(event.dataTransfer) && slice.content.size <= MAX_PASTE) return false;
						refuse(TE_LANG);
						return true;
					},
				},
			}),
		];
	},
});
