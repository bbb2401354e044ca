import { leesMaand, maandVan, type Maand } from './maand.ts';
import { BIJEENKOMST_SOORTEN, type BijeenkomstSoort } from './soort.ts';

export interface Keuze {
	weergave: 'lijst' | 'maand';
	maand: Maand;
	soort: BijeenkomstSoort | undefined;
	team: string | undefined;
}

const isSoort = (woord: string | null): woord is BijeenkomstSoort =>
	woord !== null && Object.hasOwn(BIJEENKOMST_SOORTEN, woord);

/** What the address of the page asks for; what it cannot be is not asked. */
export const keuzeVan = (params: URLSearchParams, vandaag: string): Keuze => ({
	weergave: params.get('weergave') === 'maand' ? 'maand' : 'lijst',
	maand: leesMaand(params.get('maand')) ?? maandVan(vandaag),
	soort: isSoort(params.get('soort')) ? (params.get('soort') as BijeenkomstSoort) : undefined,
	team: params.get('team') || undefined,
});
