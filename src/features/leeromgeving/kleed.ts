import { allKleden, parseKleed } from '#ui/kleed.ts';

export const isKleed = (kleed: string) => parseKleed(kleed) !== undefined;

/** Cloths nobody uses yet; the one that is worn now stays in the list. */
export const vrijeKleden = (bezet: readonly string[], eigen?: string) =>
	allKleden().filter((kleed) => kleed === eigen || !bezet.includes(kleed));
