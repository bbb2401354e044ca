import { stemmer } from '@orama/stemmers/dutch';

/** Text to compare by: without accents and capitals, so that "sarikas" finds "Sarıkaş". */
export const fold = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLocaleLowerCase('nl')
		.replaceAll('ı', 'i')
		.replaceAll('ł', 'l')
		.replaceAll('ø', 'o');

/** A word with where it stands in the text. */
export interface Word {
	start: number;
	end: number;
	/** Folded, without apostrophes: "foto's" is `foto`, "hbo'ers" is `hboers`. */
	word: string;
	stem: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const PLURAL = /['’]s$/i;
const NOT_IN_WORD = /[^\p{L}\p{N}]/gu;
/** Nobody looks for more of a word than this; what is pasted as one word is no word. */
const LONGEST = 64;

/** huizen → huiz → huis, brieven → briev → brief: the stem ends as the word itself is spelled. */
const spelled = (stem: string) => stem.replace(/z$/, 's').replace(/v$/, 'f');

export const stemOf = (word: string): string => (word.length < 4 ? word : spelled(stemmer(word)));

function* wordsIn(text: string): Generator<Word> {
	for (const { 0: match, index } of text.matchAll(WORD)) {
		const word = fold(match.replace(PLURAL, '')).replace(NOT_IN_WORD, '').slice(0, LONGEST);
		if (word) yield { start: index, end: index + match.length, word, stem: stemOf(word) };
	}
}

export const wordsOf = (text: string): Word[] => [...wordsIn(text)];

/**
 * What stands in the full-text index for a text: of each word its stem, and the word itself where
 * that differs, so that the beginning of a word is found too while somebody still types it.
 * The index forgets a text by being told this again: when it changes, the index is to be made anew.
 */
export const stemsOf = (text: string): string =>
	wordsOf(text)
		.map(({ word, stem }) => (word === stem ? word : `${stem} ${word}`))
		.join(' ');
