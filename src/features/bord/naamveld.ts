import type { Attachment } from 'svelte/attachments';
import type { TekstBron } from './document.tekst.ts';
import { isNiets, schuifCaret, verschil, verschuif } from './verschil.ts';

/** A field of the page, as far as a shared text concerns it. */
type Veld = Pick<
	HTMLInputElement,
	| 'value'
	| 'selectionStart'
	| 'selectionEnd'
	| 'setSelectionRange'
	| 'addEventListener'
	| 'removeEventListener'
>;

/**
 * Keeps a field and a text that several people type in equal, and the caret where it was. While
 * somebody composes a character (an é, or by a keyboard of a phone) nothing in the field moves.
 */
export function bind(veld: Veld, bron: TekstBron, isHere: () => boolean): () => void {
	/** What the field showed when both were last compared. */
	let getoond = veld.value;
	let isComposing = false;

	const toon = () => {
		const nu = bron.lees();
		if (nu === undefined || isComposing) return;
		const hun = verschil(veld.value, nu);
		if (!isNiets(hun)) {
			const [begin, eind] = [veld.selectionStart, veld.selectionEnd];
			veld.value = nu;
			// moving the caret of a field that somebody is not in takes the screen there
			if (isHere() && begin !== null && eind !== null)
				veld.setSelectionRange(schuifCaret(begin, hun), schuifCaret(eind, hun));
		}
		getoond = veld.value;
	};
	const typed = () => {
		const nu = bron.lees();
		if (nu === undefined) return;
		const mijn = verschil(getoond, veld.value, veld.selectionEnd ?? undefined);
		const hun = verschil(getoond, nu);
		// before it is written: writing tells that the text changed
		getoond = veld.value;
		bron.wijzig(verschuif(mijn, hun));
		toon();
	};
	const begin = () => (isComposing = true);
	const end = () => {
		isComposing = false;
		typed();
	};
	const events = [
		['input', typed],
		['compositionstart', begin],
		['compositionend', end],
	] as const;
	for (const [name, fn] of events) veld.addEventListener(name, fn);
	const stop = bron.volg(toon);
	toon();
	return () => {
		stop();
		for (const [name, fn] of events) veld.removeEventListener(name, fn);
	};
}

/** For an input or a textarea: `{@attach naamveld(bronVan(doc, 'groepen', { id, veld: 'naam' }))}`. */
export const naamveld =
	(bron: TekstBron): Attachment<HTMLInputElement | HTMLTextAreaElement> =>
	(veld) =>
		bind(veld as Veld, bron, () => veld.ownerDocument.activeElement === veld);
