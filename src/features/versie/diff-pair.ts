import { blokTekst, type Blok } from '#features/verslag/blok.ts';

/** From this likeness on, two blocks are one that was rewritten. */
const ALIKE = 0.35;
/** Above so many comparisons, of blocks or of words, no block is compared with another. */
const MANY = 40_000;
const MANY_WORDS = 2_000_000;

interface Geteld {
	blok: Blok;
	/** Each word of it, and how often it stands there. */
	words: ReadonlyMap<string, number>;
	total: number;
}

function tel(blok: Blok): Geteld {
	const words = new Map<string, number>();
	const all =
		blokTekst(blok)
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
	return { blok, words, total: all.length };
}

/** Which part of the words two blocks share, from 0 to 1; each word counts as often as it stands. */
function likeness(left: Geteld, right: Geteld): number {
	const [a, b] = [left.blok, right.blok];
	if (a.id && a.id === b.id) return 1;
	if (a.soort === 'lijn' || b.soort === 'lijn') return Number(a.soort === b.soort);
	if (a.soort === 'afbeelding' || b.soort === 'afbeelding')
		return Number(a.soort === b.soort && a.kenmerk === b.kenmerk);
	let shared = 0;
	for (const [word, n] of right.words) shared += Math.min(n, left.words.get(word) ?? 0);
	const score = (2 * shared) / Math.max(left.total + right.total, 1);
	return a.soort === b.soort ? score : score * 0.9;
}

interface Paar {
	oud?: Blok;
	nieuw?: Blok;
}

/** Best total likeness of `oud[i…]` and `nieuw[j…]` when their order stays. */
function scores(oud: readonly Geteld[], nieuw: readonly Geteld[]): number[][] {
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
	const apart = () => [
		...oud.map((blok) => ({ oud: blok })),
		...nieuw.map((blok) => ({ nieuw: blok })),
	];
	if (oud.length * nieuw.length > MANY) return apart();
	const [was, is] = [oud.map(tel), nieuw.map(tel)];
	const words = is.reduce((sum, { words }) => sum + words.size, 0);
	if (was.length * words > MANY_WORDS) return apart();
	const best = scores(was, is);
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
