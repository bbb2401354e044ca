import { fold } from '#server/search/stem.ts';

/** True when every word of the query occurs in the text. */
export function matches(text: string, query: string): boolean {
	const folded = fold(text);
	return fold(query)
		.split(/\s+/)
		.filter(Boolean)
		.every((word) => folded.includes(word));
}
