import { diffArrays } from 'diff';
import type { TekstNode } from '#features/tekst/node.ts';
import { blokkenVan, blokTekst, type Blok } from '#features/verslag/blok.ts';
import { pairUp } from './diff-pair.ts';
import { geduld, verschilInWoorden, type Geduld, type VerschilStuk } from './diff-woord.ts';

/** One block of what became of a text. */
export interface VerschilBlok {
	soort: Blok['soort'];
	niveau: number;
	/** `anders`: some words of it changed, or only its `kenmerk` or style. */
	wat: 'gelijk' | 'erbij' | 'weg' | 'anders' | 'verplaatst' | 'stond-hier';
	stukken: VerschilStuk[];
	kenmerk: string;
	/** What the kenmerk was, when that changed. */
	kenmerkWas?: string;
	/** Words are the same and look different: bold, a link, another level. */
	opmaak: boolean;
}

const keyOf = (blok: Blok) => JSON.stringify([blok.soort, blok.niveau, blok.kenmerk, blok.stukken]);

/** Blocks that stand in only one of the two texts, and where. */
type Regel = { oud?: Blok; nieuw?: Blok };

/** Texts that are further apart have nothing to align: looking for it would take seconds. */
const FAR = 2000;

/** Aligns the blocks of two texts: first what is the same, then what looks alike in between. */
function regelsOf(oud: readonly Blok[], nieuw: readonly Blok[]): Regel[] {
	const parts = diffArrays(oud.map(keyOf), nieuw.map(keyOf), { maxEditLength: FAR });
	if (!parts) return pairUp(oud, nieuw);
	const regels: Regel[] = [];
	let [i, j] = [0, 0];
	let weg: Blok[] = [];
	let erbij: Blok[] = [];
	const flush = () => {
		regels.push(...pairUp(weg, erbij));
		[weg, erbij] = [[], []];
	};
	for (const { count, added, removed } of parts) {
		if (removed) weg.push(...oud.slice(i, (i += count)));
		else if (added) erbij.push(...nieuw.slice(j, (j += count)));
		else {
			flush();
			for (let n = 0; n < count; n++) regels.push({ oud: oud[i++], nieuw: nieuw[j++] });
		}
	}
	flush();
	return regels;
}

/** A block that went in one place and came back in another, word for word. */
function verplaatste(regels: readonly Regel[]): Map<Blok, Blok> {
	const weg = new Map<string, Blok[]>();
	const key = (blok: Blok) => blok.id ?? blokTekst(blok).trim();
	const isWord = (blok: Blok) => blok.id !== undefined || blokTekst(blok).trim().length >= 12;
	for (const { oud, nieuw } of regels)
		if (oud && !nieuw && isWord(oud)) weg.set(key(oud), [...(weg.get(key(oud)) ?? []), oud]);
	const pairs = new Map<Blok, Blok>();
	for (const { oud, nieuw } of regels) {
		const from = !oud && nieuw && weg.get(key(nieuw))?.shift();
		if (from && nieuw) pairs.set(nieuw, from).set(from, nieuw);
	}
	return pairs;
}

const plain = (blok: Blok, soort: VerschilStuk['soort']): VerschilStuk[] =>
	blok.stukken.map((stuk) => ({ ...stuk, soort }));

const enkel = (blok: Blok, wat: VerschilBlok['wat']): VerschilBlok => ({
	soort: blok.soort,
	niveau: blok.niveau,
	kenmerk: blok.kenmerk,
	wat,
	stukken: plain(blok, wat === 'erbij' ? 'erbij' : wat === 'weg' ? 'weg' : 'gelijk'),
	opmaak: false,
});

function anders(
	[oud, nieuw]: [Blok, Blok],
	wat: 'anders' | 'verplaatst',
	left: Geduld,
): VerschilBlok {
	const { stukken, opmaak } = verschilInWoorden(oud.stukken, nieuw.stukken, left);
	const sameKind = oud.soort === nieuw.soort && oud.niveau === nieuw.niveau;
	return {
		soort: nieuw.soort,
		niveau: nieuw.niveau,
		kenmerk: nieuw.kenmerk,
		...(oud.kenmerk !== nieuw.kenmerk && { kenmerkWas: oud.kenmerk }),
		wat,
		stukken,
		opmaak: opmaak || !sameKind,
	};
}

/** What became of `oud`, as one text to read from top to bottom. */
export function verschilTussen(oud: TekstNode, nieuw: TekstNode): VerschilBlok[] {
	const regels = regelsOf(blokkenVan(oud), blokkenVan(nieuw));
	const moved = verplaatste(regels);
	const left = geduld();
	return regels.map(({ oud: was, nieuw: is }) => {
		if (was && is)
			return keyOf(was) === keyOf(is) ? enkel(is, 'gelijk') : anders([was, is], 'anders', left);
		if (is) {
			const from = moved.get(is);
			return from ? anders([from, is], 'verplaatst', left) : enkel(is, 'erbij');
		}
		return enkel(was!, moved.has(was!) ? 'stond-hier' : 'weg');
	});
}

export interface VerschilTelling {
	woordenErbij: number;
	woordenWeg: number;
	verplaatst: number;
}

const words = (tekst: string) => tekst.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** In one sentence: how many words came, and how many went. */
export function telVerschil(blokken: readonly VerschilBlok[]): VerschilTelling {
	const count = (soort: VerschilStuk['soort']) =>
		blokken
			.filter(({ wat }) => wat !== 'stond-hier')
			.flatMap((blok) => blok.stukken)
			.filter((stuk) => stuk.soort === soort)
			.reduce((sum, stuk) => sum + words(stuk.tekst), 0);
	return {
		woordenErbij: count('erbij'),
		woordenWeg: count('weg'),
		verplaatst: blokken.filter(({ wat }) => wat === 'verplaatst').length,
	};
}
