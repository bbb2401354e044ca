/** First letter of the first and of the last word: "Joke van Dalen" is JD. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/).filter(Boolean);
	const first = words[0]?.match(/\p{L}/u)?.[0] ?? '';
	const last = words.length > 1 ? (words.at(-1)?.match(/\p{L}/u)?.[0] ?? '') : '';
	return (first + last).toLocaleUpperCase('nl') || '?';
}

export const TINTS = 8;

/** The same name always gets the same tint. */
export function tintOf(name: string): number {
	let sum = 0;
	for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
	return (sum % TINTS) + 1;
}
