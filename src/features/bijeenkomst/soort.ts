import type { Woordenlijst } from '#features/werkplaats/woordenlijst.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';

/**
 * Every kind that the documents know. `team` and `open` are called as the werkplaats calls them
 * ("werkteambijeenkomst", "kenniscafé"); `groep` is only for the order in a list to choose from.
 */
export const BIJEENKOMST_SOORTEN = {
	team: { label: '', groep: 'team' },
	werkgroep: { label: 'werkgroepbijeenkomst', groep: 'team' },
	uitwisseling: { label: 'uitwisselingsbijeenkomst', groep: 'team' },
	casuistiek: { label: 'casuïstiekbespreking', groep: 'team' },
	intervisie: { label: 'intervisie of coaching', groep: 'team' },
	keukentafel: { label: 'omgekeerd keukentafelgesprek', groep: 'team' },
	inspiratiebezoek: { label: 'inspiratiebezoek', groep: 'team' },
	reflectie: { label: 'reflectiebijeenkomst', groep: 'team' },
	evaluatie: { label: 'evaluatie', groep: 'team' },
	scrum: { label: 'scrumsessie', groep: 'team' },
	community: { label: 'bijeenkomst van een learning community', groep: 'team' },
	interview: { label: 'interview', groep: 'team' },
	open: { label: '', groep: 'open' },
	netwerk: { label: 'netwerkbijeenkomst', groep: 'open' },
	focusgroep: { label: 'focusgroep', groep: 'open' },
	spiegel: { label: 'spiegelbijeenkomst', groep: 'open' },
	werkconferentie: { label: 'werkconferentie', groep: 'open' },
	conferentie: { label: 'conferentie', groep: 'open' },
	start: { label: 'startbijeenkomst', groep: 'open' },
	inspiratie: { label: 'inspiratiebijeenkomst', groep: 'open' },
	workshop: { label: 'workshop', groep: 'leren' },
	training: { label: 'training', groep: 'leren' },
	leerkring: { label: 'leerkring', groep: 'leren' },
	leernetwerk: { label: 'leernetwerkbijeenkomst', groep: 'leren' },
	leergang: { label: 'dagdeel van een leergang', groep: 'leren' },
	lezing: { label: 'lezing of presentatie', groep: 'leren' },
	gastcollege: { label: 'gastcollege', groep: 'leren' },
	masterclass: { label: 'masterclass', groep: 'leren' },
	boekpresentatie: { label: 'boekpresentatie', groep: 'leren' },
	gremium: { label: 'vergadering van een gremium', groep: 'overig' },
	overig: { label: 'iets anders', groep: 'overig' },
} as const;
export type BijeenkomstSoort = keyof typeof BIJEENKOMST_SOORTEN;

/** What may be at a school, that asks more of it; the rest of the form stays the same. */
export const IS_ONDERWIJS: ReadonlySet<BijeenkomstSoort> = new Set([
	'gastcollege',
	'masterclass',
	'workshop',
	'lezing',
	'boekpresentatie',
]);

interface MetSoort {
	soort: BijeenkomstSoort;
	soortAnders: string;
}

/** In a word of this werkplaats: "werkteambijeenkomst", "kenniscafé", "gastcollege". */
export function toonSoort({ soort, soortAnders }: MetSoort, woorden: Woordenlijst): string {
	if (soort === 'team') return `${woorden.leeromgeving.enkelvoud}bijeenkomst`;
	if (soort === 'open') return woorden.openBijeenkomst.enkelvoud;
	if (soort === 'overig' && soortAnders) return soortAnders;
	return BIJEENKOMST_SOORTEN[soort].label;
}

/** To choose from in a form; where teams are called werkgroep, theirs is not offered twice. */
export const soortKeuzes = (woorden: Woordenlijst) =>
	(Object.keys(BIJEENKOMST_SOORTEN) as BijeenkomstSoort[])
		.map((soort) => ({
			value: soort,
			label: hoofdletter(toonSoort({ soort, soortAnders: '' }, woorden)),
		}))
		.filter(({ label }, at, alle) => alle.findIndex((een) => een.label === label) === at);

/** As `Fase` of the buttons: delen, duiden, doen. */
export type { Fase } from '#ui/fase.ts';

export interface Pauze {
	/** "12.30" */
	begin: string;
	eind: string;
}

export const TITEL_SOORTEN = {
	eigen: 'eigen titel',
	reeks: 'titel van de reeks',
	alias: 'andere naam',
	drukfout: 'drukfout in een bron',
} as const;
export type TitelSoort = keyof typeof TITEL_SOORTEN;
