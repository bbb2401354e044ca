import { blokTekst, type Blok } from './blok.ts';

/** From this likeness on, two blocks are one that was rewritten. */
const ALIKE = 0.35;
/** Above so many comparisons only blocks that keep their place are compared. */
const MANY = 40_000;

const wordsOf = (blok: Blok) =>
	blokTekst(blok)
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Which part of the words two blocks share, from 0 to 1; each word counts as often as it stands. */
function likeness(a: Blok, b: Blok): number {
	if (a.id && a.id === b.id) return 1;
	if (a.soort === 'lijn' || b.soort === 'lijn') return Number(a.soort === b.soort);
	if (a.soort === 'afbeelding' || b.soort === 'afbeelding')
		return Number(a.soort === b.soort && a.kenmerk === b.kenmerk);
	const [left, right] = [wordsOf(a), wordsOf(b)];
	const counts = new Map<string, number>();
	for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
	let shared = 0;
	for (const word of right) {
		const n = counts.get(word) ?? 0;
		if (n === 0) continue;
		counts.set(word, n - 1);
		shared++;
	}
	const score = (2 * shared) / Math.max(left.length + right.length, 1);
	return a.soort === b.soort ? score : score * 0.9;
}

interface Paar {
	oud?: Blok;
	nieuw?: Blok;
}

/** Best total likeness of `oud[i…]` and `nieuw[j…]` when their order stays. */
function scores(oud: readonly Blok[], nieuw: readonly Blok[]): number[][] {
	const best = oud.map(() => new Array<number>(nieuw.length + 1).fill(0));
	best.push(new Array<number>(nieuw.length + 1).fill(0));
	for (let i = oud.length - 1; i >= 0; i--) {
		for (let j = nieuw.length - 1; j >= 0; j--) {
			const alike = likeness(oud[i]!, nieuw[j]!);
			const paired = alike >= ALIKE ? alike + best[i + 1]![j + 1]! : 0;
			best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!);
		}
	}
	return best;
}

/** Blocks that went and came at one place: which of them are the same block, rewritten. */
export function pairUp(oud: readonly Blok[], nieuw: readonly Blok[]): Paar[] {
	if (oud.length * nieuw.length > MANY)
		return [...oud.map((blok) => ({ oud: blok })), ...nieuw.map((blok) => ({ nieuw: blok }))];
	const best = scores(oud, nieuw);
	const pairs: Paar[] = [];
	let [i, j] = [0, 0];
	while (i < oud.length && j < nieuw.length) {
		const here = best[i]![j]!;
		if (here > 0 && here === best[i + 1]![j]!) pairs.push({ oud: oud[i++] });
		else if (here > 0 && here === best[i]![j + 1]!) pairs.push({ nieuw: nieuw[j++] });
		else if (here > 0) pairs.push({ oud: oud[i++], nieuw: nieuw[j++] });
		else break;
	}
	while (i < oud.length) pairs.push({ oud: oud[i++] });
	while (j < nieuw.length) pairs.push({ nieuw: nieuw[j++] });
	return pairs;
}
