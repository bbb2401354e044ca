import { isHit, type Term } from './query.ts';
import { wordsOf, type Word } from './stem.ts';

/** A piece of a passage; a hit is shown as such. As data: nothing here is markup. */
export interface SnippetPart {
	text: string;
	hit: boolean;
}

/** Characters before the first hit, and of the whole. */
const LEAD = 50;
const LENGTH = 180;

/** Where to begin and end, at a word, around the first hit. */
function windowOf(text: string, words: readonly Word[], hits: readonly Word[]) {
	if (text.length <= LENGTH) return { from: 0, to: text.length };
	const first = hits[0]?.start ?? 0;
	const from =
		first <= LEAD ? 0 : (words.find(({ start }) => start >= first - LEAD)?.start ?? first);
	if (text.length - from <= LENGTH) return { from, to: text.length };
	const last = words.findLast(({ start, end }) => start >= from && end <= from + LENGTH);
	return { from, to: Math.max(last?.end ?? 0, hits[0]?.end ?? from + LENGTH) };
}

export function snippetOf(text: string, terms: readonly Term[]): SnippetPart[] {
	const words = wordsOf(text);
	const hits = words.filter((word) => isHit(terms, word));
	const { from, to } = windowOf(text, words, hits);
	const parts: SnippetPart[] = [];
	let at = from;
	for (const { start, end } of hits) {
		if (start < from || end > to) continue;
		if (start > at) parts.push({ text: text.slice(at, start), hit: false });
		parts.push({ text: text.slice(start, end), hit: true });
		at = end;
	}
	if (at < to) parts.push({ text: text.slice(at, to), hit: false });
	if (from > 0) parts.unshift({ text: '… ', hit: false });
	if (to < text.length) parts.push({ text: ' …', hit: false });
	return parts;
}
