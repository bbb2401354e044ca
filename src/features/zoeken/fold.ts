/** Text to compare by: without accents and capitals, so that "sarikas" finds "Sarıkaş". */
export const fold = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLocaleLowerCase('nl')
		.replaceAll('ı', 'i')
		.replaceAll('ł', 'l')
		.replaceAll('ø', 'o');

/** True when every word of the query occurs in the text. */
export function matches(text: string, query: string): boolean {
	const folded = fold(text);
	return fold(query)
		.split(/\s+/)
		.filter(Boolean)
		.every((word) => folded.includes(word));
}
