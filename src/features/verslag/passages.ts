import type { TekstNode } from '#features/tekst/node.ts';
import { textOf } from './punten.ts';

/** What is read in one breath: an item with what hangs under it, a row of a table. */
const WHOLE = new Set(['listItem', 'taskItem', 'tableRow', 'paragraph', 'heading']);
const TEXT = new Set([...WHOLE, 'actiepunt', 'besluit']);
/** A paragraph that is longer is found in parts, of which four fit on a page of the file. */
const LONGEST = 900;

function* blocks(node: TekstNode): Generator<string> {
	if (node.type === 'afbeelding') yield String(node.attrs?.alt ?? '');
	else if (TEXT.has(node.type)) yield textOf(node);
	else for (const child of node.content ?? []) yield* blocks(child);
}

/** Cuts at a space, so that no word is lost between two parts. */
function* parts(text: string): Generator<string> {
	let rest = text;
	while (rest.length > LONGEST) {
		const space = rest.lastIndexOf(' ', LONGEST);
		const end = space > 0 ? space : LONGEST;
		yield rest.slice(0, end);
		rest = rest.slice(end).trim();
	}
	if (rest) yield rest;
}

/** A text with more of them is not written by people. */
const MOST = 5000;

/** A text as what can be found: one passage per paragraph, heading, item or row. */
export const passagesOf = (tekst: TekstNode): string[] =>
	[...blocks(tekst)].flatMap((text) => [...parts(text)]).slice(0, MOST);
