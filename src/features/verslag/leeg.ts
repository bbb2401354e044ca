import type { TekstNode } from '#features/tekst/node.ts';
import { ERBIJ, isVoorstel } from '#features/voorstel/voorstel.ts';

/** What is there without a word in it. */
const TELT = new Set(['afbeelding', 'horizontalRule', 'tableRow']);

/** Nothing was written yet: not a word, no picture, no table and no line. A proposal is no text yet. */
export function isLeeg(node: TekstNode): boolean {
	if (TELT.has(node.type)) return false;
	if (node.marks?.some(({ type }) => type === ERBIJ)) return true;
	return !node.text?.trim() && (node.content ?? []).every(isLeeg);
}

/** How many proposals wait for a decision. */
export function telVoorstellen(node: TekstNode, seen = new Set<string>()): number {
	for (const mark of node.marks ?? []) if (isVoorstel(mark)) seen.add(String(mark.attrs?.id ?? ''));
	for (const child of node.content ?? []) telVoorstellen(child, seen);
	return seen.size;
}
