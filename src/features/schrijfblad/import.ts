import type { Editor } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { TekstEditor } from './editor.svelte.ts';
import { zinVanFout } from './fout.ts';
import { DICHT, waaromNiet, type Stand } from './import-waarom.ts';
import { ANDERS, MAX_PACKED, refuseDocx, refuseMarkdown, STUK, TE_GROOT } from './import-zip.ts';
import { insertInParts, isTooMuch, reading } from './paste.ts';
import type { Uploads } from './uploads.svelte.ts';

const LEEG = 'In dit bestand staat geen tekst.';
const TE_VEEL = 'In dit bestand staat te veel tekst. Maak er kleinere bestanden van.';

interface Gelezen {
	html: string;
	zonder: number;
}

async function read(file: File, uploads: Uploads): Promise<Gelezen> {
	if (file.size > MAX_PACKED) throw new Error(TE_GROOT);
	const buffer = await file.arrayBuffer();
	const bytes = new Uint8Array(buffer);
	const mustBe = (refusal: string | undefined) => {
		if (refusal) throw new Error(refusal);
	};
	if (/\.docx$/i.test(file.name)) {
		mustBe(refuseDocx(bytes));
		const { docxToHtml } = await import('./import-docx.ts');
		return docxToHtml(buffer, uploads.keep).catch(() => {
			throw new Error(STUK);
		});
	}
	if (!/\.(md|markdown)$/i.test(file.name)) throw new Error(ANDERS);
	mustBe(refuseMarkdown(bytes));
	const { markdownToHtml } = await import('./import-markdown.ts');
	return { html: markdownToHtml(new TextDecoder().decode(bytes)), zonder: 0 };
}

const afbeeldingen = (zonder: number) =>
	zonder === 1 ? 'Eén afbeelding kon niet mee.' : `${zonder} afbeeldingen konden niet mee.`;

/** HTML as it would be pasted. ProseMirror reads it only to paste it: in between it is taken here. */
function readHtml(view: EditorView, html: string): Slice {
	let read = Slice.empty;
	const event = new ClipboardEvent('paste');
	reading.set(event, (slice) => (read = slice));
	view.pasteHTML(html, event);
	return read;
}

/** A heading that is pasted into a sentence becomes part of it: what comes in begins on its own. */
function toOwnBlock(editor: Editor) {
	const { $to } = editor.state.selection;
	if ($to.parent.isTextblock && $to.depth === 1 && $to.parent.content.size === 0)
		return void editor.commands.focus();
	const at = $to.depth > 0 ? $to.after(1) : $to.pos;
	editor
		.chain()
		.insertContentAt(at, { type: 'paragraph' })
		.focus(at + 1)
		.run();
}

/** What to say when it came in, or why nothing did; neither when it is not known why. */
export interface Outcome {
	gezet?: string;
	fout?: string | undefined;
}

/**
 * Puts the text of a file where the caret is, as if it was pasted: structure stays, styling goes,
 * and nothing comes in that a text may not have. While a file is read much can change: `stand` is
 * asked again before it comes in.
 */
export async function importTekst(
	tekst: TekstEditor,
	file: File,
	stand: () => Stand,
): Promise<Outcome> {
	try {
		const zonder = await bringIn(tekst, file, stand);
		const beelden = zonder ? ` ${afbeeldingen(zonder)}` : '';
		return { gezet: `De tekst van ${file.name} staat in het verslag.${beelden}` };
	} catch (error) {
		return { fout: zinVanFout(error) };
	}
}

/** Returns how many pictures could not come along; an Error says why nothing came in. */
async function bringIn(
	{ editor, uploads }: TekstEditor,
	file: File,
	stand: () => Stand,
): Promise<number> {
	const mustBeOpen = () => {
		const reason = editor.isDestroyed ? DICHT : waaromNiet(stand());
		if (reason) throw new Error(`${reason} Er kwam niets bij.`);
	};
	mustBeOpen();
	const { html, zonder } = await read(file, uploads);
	mustBeOpen();
	const slice = readHtml(editor.view, html);
	if (slice.content.size === 0) throw new Error(LEEG);
	if (isTooMuch(slice)) throw new Error(TE_VEEL);
	toOwnBlock(editor);
	insertInParts(editor.view, slice);
	return zonder;
}
