/** One piece of a text that became another. */
export interface Wijziging {
	van: number;
	/** Characters that went away. */
	weg: number;
	erbij: string;
}

const isSplit = (text: string, at: number) =>
	at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;

/**
 * What somebody did who made one text of another. Of letters that are the same it was the one before
 * the caret. Never half a character of two.
 */
export function verschil(oud: string, nieuw: string, caret = nieuw.length): Wijziging {
	const most = Math.min(oud.length, nieuw.length);
	const atEnd = (from: number, upTo: number) => {
		let same = from;
		while (same < upTo && oud.at(-1 - same) === nieuw.at(-1 - same)) same++;
		return same;
	};
	let eind = atEnd(0, Math.min(most, nieuw.length - caret));
	let begin = 0;
	while (begin < most - eind && oud[begin] === nieuw[begin]) begin++;
	eind = atEnd(eind, most - begin);
	if (isSplit(oud, begin) || isSplit(nieuw, begin)) begin--;
	if (isSplit(oud, oud.length - eind) || isSplit(nieuw, nieuw.length - eind)) eind--;
	return {
		van: begin,
		weg: oud.length - eind - begin,
		erbij: nieuw.slice(begin, nieuw.length - eind),
	};
}

export const isNiets = ({ weg, erbij }: Wijziging): boolean => weg === 0 && erbij === '';

/** Where a caret is after others changed the text; what comes in right at it comes after it. */
export function schuifCaret(caret: number, { van, weg, erbij }: Wijziging): number {
	if (caret <= van) return caret;
	if (caret >= van + weg) return caret - weg + erbij.length;
	return van + Math.min(caret - van, erbij.length);
}

/** What I did, in a text in which others did something in the meantime. */
export function verschuif(mijn: Wijziging, hun: Wijziging): Wijziging {
	const van = schuifCaret(mijn.van, hun);
	return { ...mijn, van, weg: Math.max(0, schuifCaret(mijn.van + mijn.weg, hun) - van) };
}
