import { diffArrays } from 'diff';
import type { Stuk } from '#features/verslag/blok.ts';

export interface VerschilStuk extends Stuk {
	soort: 'gelijk' | 'erbij' | 'weg';
}

/** Words, spaces and marks of punctuation, each in its own style. */
const TOKEN = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu;

const tokensOf = (stukken: readonly Stuk[]): Stuk[] =>
	stukken.flatMap(({ tekst, opmaak }) =>
		(tekst.match(TOKEN) ?? []).map((token) => ({ tekst: token, opmaak })),
	);

const isWord = (tekst: string) => /[\p{L}\p{N}]/u.test(tekst);

/** Above this part of changed words, word by word reads worse than the old and new text whole. */
const TE_VEEL = 0.75;

/**
 * Paragraphs that are further apart are not compared word by word. What it takes grows with the
 * square of that, so all paragraphs of a text together have as much as one at the most.
 */
const FAR = 1000;

/** How much may still be looked for, in edits squared. */
export interface Geduld {
	over: number;
}
export const geduld = (): Geduld => ({ over: FAR * FAR });

interface Segment {
	soort: VerschilStuk['soort'];
	tokens: Stuk[];
}

const heel = (oud: readonly Stuk[], nieuw: readonly Stuk[]): Segment[] => [
	{ soort: 'weg', tokens: [...oud] },
	{ soort: 'erbij', tokens: [...nieuw] },
];

function segmentsOf(oud: readonly Stuk[], nieuw: readonly Stuk[], left: Geduld) {
	const far = Math.floor(Math.sqrt(left.over));
	const parts = diffArrays(
		oud.map(({ tekst }) => tekst),
		nieuw.map(({ tekst }) => tekst),
		{ maxEditLength: far },
	);
	const edits = parts?.reduce((n, part) => n + (part.added || part.removed ? part.count : 0), 0);
	left.over = Math.max(0, left.over - (edits ?? far) ** 2);
	if (!parts) return { segments: heel(oud, nieuw), opmaak: false };
	const segments: Segment[] = [];
	let [i, j, opmaak] = [0, 0, false];
	for (const { count, added, removed } of parts) {
		if (removed) segments.push({ soort: 'weg', tokens: oud.slice(i, (i += count)) });
		else if (added) segments.push({ soort: 'erbij', tokens: nieuw.slice(j, (j += count)) });
		else {
			const [was, is] = [oud.slice(i, (i += count)), nieuw.slice(j, (j += count))];
			opmaak ||= is.some((token, n) => isWord(token.tekst) && token.opmaak !== was[n]?.opmaak);
			segments.push({ soort: 'gelijk', tokens: is });
		}
	}
	return { segments, opmaak };
}

/**
 * "de grote hond" → "een kleine hond": a lone space between two changes belongs to both, so that
 * one reads "de grote" gone and "een kleine" come, and not four crumbs.
 */
function joinCrumbs(segments: readonly Segment[]): Segment[] {
	const joined: Segment[] = [];
	let weg: Stuk[] = [];
	let erbij: Stuk[] = [];
	const flush = () => {
		if (weg.length > 0) joined.push({ soort: 'weg', tokens: weg });
		if (erbij.length > 0) joined.push({ soort: 'erbij', tokens: erbij });
		[weg, erbij] = [[], []];
	};
	segments.forEach(({ soort, tokens }, index) => {
		const open = weg.length > 0 || erbij.length > 0;
		const isCrumb = open && index < segments.length - 1 && !tokens.some((t) => isWord(t.tekst));
		if (soort === 'weg') weg.push(...tokens);
		else if (soort === 'erbij') erbij.push(...tokens);
		else if (isCrumb && weg.length > 0 && erbij.length > 0) {
			weg.push(...tokens);
			erbij.push(...tokens);
		} else {
			flush();
			joined.push({ soort, tokens });
		}
	});
	flush();
	return joined;
}

/** Tokens of one style next to each other as one piece. */
function stukkenOf({ soort, tokens }: Segment): VerschilStuk[] {
	const stukken: VerschilStuk[] = [];
	for (const { tekst, opmaak } of tokens) {
		const last = stukken.at(-1);
		if (last?.opmaak === opmaak) last.tekst += tekst;
		else stukken.push({ soort, tekst, opmaak });
	}
	return stukken;
}

function changedPart(segments: readonly Segment[]): number {
	const count = (only?: Segment['soort']) =>
		segments
			.filter(({ soort }) => !only || soort === only)
			.flatMap(({ tokens }) => tokens)
			.filter((token) => isWord(token.tekst)).length;
	return 1 - count('gelijk') / Math.max(count(), 1);
}

/** Which words came and went, in reading order; `opmaak` when words only look different. */
export function verschilInWoorden(
	oud: readonly Stuk[],
	nieuw: readonly Stuk[],
	left: Geduld = geduld(),
) {
	const [was, is] = [tokensOf(oud), tokensOf(nieuw)];
	const { segments, opmaak } = segmentsOf(was, is, left);
	const readable = changedPart(segments) > TE_VEEL ? heel(was, is) : joinCrumbs(segments);
	return { stukken: readable.flatMap(stukkenOf), opmaak };
}
