import type { Fragment, Node } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep, type Step } from '@tiptap/pm/transform';
import { isFromYjs } from '#features/tekst/binding.ts';

/**
 * A picture of another text, and where it was pasted. A picture is kept for one text: who may read
 * that may see it, and it goes when that text goes. So it does not come along, but is kept anew.
 */
export interface Vreemd {
	id: string;
	alt: string;
	place: number;
}

export function afbeeldingenIn(content: Node | Fragment): Vreemd[] {
	const found: Vreemd[] = [];
	content.descendants((node, place) => {
		const { id, alt } = node.attrs as Vreemd;
		if (node.type.name === 'afbeelding') found.push({ id, alt, place });
		return !node.isTextblock;
	});
	return found;
}

const bringsAfbeelding = (step: Step): boolean =>
	step instanceof ReplaceStep && afbeeldingenIn(step.slice.content).length > 0;

/** Takes out of what is pasted the pictures that are not of this text. Says where they stood. */
export function takeOut(tr: Transaction, eigen: readonly string[]): Vreemd[] {
	if (isFromYjs(tr) || !tr.steps.some(bringsAfbeelding)) return [];
	const here = new Set(afbeeldingenIn(tr.before).map(({ id }) => id));
	const vreemd = afbeeldingenIn(tr.doc).filter(({ id }) => !here.has(id) && !eigen.includes(id));
	if (vreemd.length === 0) return [];
	const end = tr.selection.to;
	const { length } = tr.steps;
	for (const { place } of [...vreemd].reverse()) tr.delete(place, place + 1);
	const left = tr.mapping.slice(length);
	// behind what came before a picture that was last, and not in what is after it
	tr.setSelection(Selection.near(tr.doc.resolve(left.map(end, -1)), -1));
	return vreemd.map((one) => ({ ...one, place: left.map(one.place, -1) }));
}
