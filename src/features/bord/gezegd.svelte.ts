import type { BordSessie } from './sessie.svelte.ts';

/** What is said aloud at one bord: one sentence at a time. */
class Gezegd {
	tekst = $state('');
	/** The same sentence twice is said twice. */
	nr = $state(0);
}

const gezegden = new WeakMap<BordSessie, Gezegd>();

export function gezegdBij(sessie: BordSessie): Gezegd {
	const there = gezegden.get(sessie);
	if (there) return there;
	const made = new Gezegd();
	gezegden.set(sessie, made);
	return made;
}

/** For who does not see it: what came of an act, or what others did. */
export function zeg(sessie: BordSessie, tekst: string) {
	const gezegd = gezegdBij(sessie);
	gezegd.tekst = tekst;
	gezegd.nr++;
}
