import { COMMON_PASSWORDS } from './most-used.ts';

export const MIN_LENGTH = 12;
export const MAX_LENGTH = 256;

/** Words that a password may contain but not consist of. */
const EASY = ['samenspel', 'werkplaats', 'wachtwoord', 'welkom', 'password', 'geheim', 'qwerty'];
const EASY_REST = 6;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** The words of a name, an address or a title that are long enough to recognise. */
const wordsOf = (texts: readonly string[]) =>
	texts.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4);

/** What is left of a password when the words that anybody would try first are taken out. */
function rest(password: string, context: readonly string[]): string {
	const words = [...EASY, ...wordsOf(context)].sort((a, b) => b.length - a.length);
	return words.reduce((text, word) => text.replaceAll(word, ''), plain(password));
}

/** True for "aaaaaaaaaaaa" and "abcabcabcabc": few characters, or one short piece repeated. */
const isRepetition = (password: string) =>
	new Set(password).size < 5 || /^(.{1,6})\1+$/u.test(password);

/** True when a run up or down the alphabet or the digits is most of it. */
function isRow(password: string): boolean {
	const steps = [...password].slice(1).map((c, i) => c.charCodeAt(0) - password.charCodeAt(i));
	const up = steps.filter((step) => step === 1).length;
	const down = steps.filter((step) => step === -1).length;
	return Math.max(up, down) > password.length / 2;
}

/**
 * Why this password is refused, or nothing. Length counts, not the kinds of characters.
 * @param context own name and address, and the name of the werkplaats
 */
export function passwordMistake(
	password: string,
	context: readonly string[] = [],
): string | undefined {
	if (password.length < MIN_LENGTH) return 'Kies een wachtwoord van minstens 12 tekens.';
	if (password.length > MAX_LENGTH) return 'Kies een wachtwoord van hoogstens 256 tekens.';
	const text = plain(password);
	if (COMMON_PASSWORDS.has(text) || isRepetition(text) || isRow(text))
		return 'Dit wachtwoord is makkelijk te raden. Kies een ander.';
	if (rest(password, context).replace(/[^\p{L}\p{N}]/gu, '').length < EASY_REST)
		return 'Dit wachtwoord lijkt te veel op een naam of een bekend woord. Kies een ander.';
	return undefined;
}
