import { wordsOf, type Word } from './stem.ts';

/** One word of a question. */
export interface Term {
	word: string;
	stem: string;
	/** Somebody may still be typing it: a word that begins with it counts too. */
	isPrefix: boolean;
}

/** Words that stand in every text: they decide nothing, unless there is no other. */
const STOP = new Set(
	(
		'aan al als bij dan dat de deze die dit door een en er ge had heb heeft het hij hoe hun ik in ' +
		'is je jij jullie kan maar me met mij naar niet nog nu of om ons ook op over te tot uit van ' +
		'voor was wat we werd wie wij worden wordt zal ze zich zij zijn zo'
	).split(' '),
);
/** A question of more words is a text; its first words say enough. */
const MOST = 12;
/** Anything begins with one letter. */
const SHORTEST_PREFIX = 2;

/** The words that a passage has to have. Never throws: what is no word is no term. */
export function termsOf(question: string): Term[] {
	const words = wordsOf(question);
	const last = words.at(-1);
	// who typed a space or a full stop after it is done with the word
	const isOpen = last !== undefined && last.end === question.length;
	const telling = words.filter((word) => !STOP.has(word.word));
	const used = telling.length > 0 ? telling : words;
	return used.slice(0, MOST).map((word) => ({
		word: word.word,
		stem: word.stem,
		isPrefix: isOpen && word === last && word.word.length >= SHORTEST_PREFIX,
	}));
}

/** The same for FTS5: letters and digits between quotes, so no word can be an operator. */
export const matchOf = (terms: readonly Term[]): string =>
	terms
		.map(({ word, stem, isPrefix }) => `("${stem}" OR "${word}"${isPrefix ? ' *' : ''})`)
		.join(' AND ');

export const isHit = (terms: readonly Term[], { word, stem }: Word): boolean =>
	terms.some(
		(term) =>
			term.stem === stem || term.word === word || (term.isPrefix && word.startsWith(term.word)),
	);
