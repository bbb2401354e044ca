import type { Woordenlijst } from '#features/werkplaats/woordenlijst.ts';

/** Where the theme of a kenniscafé came from (§3.17). A team is called as the werkplaats calls it. */
export const AANLEIDINGEN = {
	team: (woorden: Woordenlijst) => `uit een ${woorden.leeromgeving.enkelvoud}`,
	module: () => 'uit een module van studenten',
	veld: () => 'van een organisatie uit het veld',
	regio: () => 'een vraag uit de regio',
} as const;
export type Aanleiding = keyof typeof AANLEIDINGEN;

export const isAanleiding = (woord: string): woord is Aanleiding =>
	Object.hasOwn(AANLEIDINGEN, woord);
