import { CATEGORIEEN, type Bezoekerscategorie } from './categorie.ts';

/** To choose from, and to show in a fixed order. */
export const CATEGORIE_KEUZES = (Object.keys(CATEGORIEEN) as Bezoekerscategorie[]).map((value) => ({
	value,
	label: CATEGORIEEN[value],
}));

export const categorieNaam = (categorie: Bezoekerscategorie | 'onbekend'): string =>
	categorie === 'onbekend' ? 'onbekend' : CATEGORIEEN[categorie];
