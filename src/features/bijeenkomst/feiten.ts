import { hoofdletter, type Woordenlijst } from '#features/werkplaats/woordenlijst.ts';
import { toonPauzes } from './pauze.ts';
import type { BijeenkomstDetail } from './read.server.ts';
import { toonSoort } from './soort.ts';

/** What it is, and how that is: one line of text or a few. */
export type Feit = [naam: string, wat: string];

function vanOnderwijs({ onderwijs: les }: BijeenkomstDetail): Feit[] {
	if (!les) return [];
	return [
		['Opleiding', les.opleiding],
		['School', les.hogeschool ?? ''],
		['Leerjaar', String(les.leerjaar ?? '')],
		['Gegeven door', les.gever],
	];
}

function vanKeukentafel({ keukentafel: tafel }: BijeenkomstDetail): Feit[] {
	if (!tafel) return [];
	return [
		['De vraag', tafel.vraag],
		['Op bezoek bij', [tafel.bijOrganisatie, tafel.bij].filter(Boolean).join(', ')],
		['Wat mensen merkten', tafel.effect],
		['Afspraken', tafel.afspraken],
	];
}

/** What there is to tell of a bijeenkomst in words only; `eigen` is of its kind. */
export function feitenVan(
	bijeenkomst: BijeenkomstDetail,
	{ woorden, eigen }: { woorden: Woordenlijst; eigen: readonly Feit[] },
): Feit[] {
	const { open, dagdeelTekst, pauzes, gemeente, voorbereiders, hoeveel } = bijeenkomst;
	const feiten: Feit[] = [
		['Soort', hoofdletter(toonSoort(bijeenkomst, woorden))],
		...eigen,
		...vanOnderwijs(bijeenkomst),
		...vanKeukentafel(bijeenkomst),
		['Wie mag komen', open ? 'Iedereen mag komen' : 'Alleen voor het team'],
		['Dagdelen', dagdeelTekst.join('\n')],
		['Pauze', pauzes.length > 0 ? `${toonPauzes(pauzes)} uur` : ''],
		['Gemeente', gemeente],
		['Voorbereid door', (voorbereiders ?? []).map(({ naam }) => naam).join(', ')],
		['Hoeveel mensen', hoeveel],
	];
	return feiten.filter(([, wat]) => wat !== '');
}
