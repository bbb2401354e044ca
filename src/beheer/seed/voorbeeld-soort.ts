import type { BijeenkomstSoort } from '#features/bijeenkomst/soort.ts';

/** Each word that the sources use for a kind of bijeenkomst. */
const WOORDEN: Record<string, BijeenkomstSoort> = {
	boekpresentatie: 'boekpresentatie',
	'brede werkteambijeenkomst': 'team',
	coaching: 'intervisie',
	evaluatie: 'evaluatie',
	focusgroep: 'focusgroep',
	gastcollege: 'gastcollege',
	inspiratiebezoek: 'inspiratiebezoek',
	inspiratiebijeenkomst: 'inspiratie',
	interview: 'interview',
	interviews: 'interview',
	kenniscafé: 'open',
	keukentafelgesprek: 'keukentafel',
	leerkring: 'leerkring',
	lezing: 'lezing',
	masterclass: 'masterclass',
	netwerkbijeenkomst: 'netwerk',
	presentatie: 'lezing',
	reflectiebijeenkomst: 'reflectie',
	startbijeenkomst: 'start',
	training: 'training',
	uitwisselingsbijeenkomst: 'uitwisseling',
	werkconferentie: 'werkconferentie',
	werkgroepbijeenkomst: 'werkgroep',
	werkteambijeenkomst: 'team',
	workshop: 'workshop',
};

/** A word that the list of kinds does not have stays as it was written. */
export const soortVan = (woord: string): { soort: BijeenkomstSoort; soortAnders: string } => {
	const soort = WOORDEN[woord];
	return soort ? { soort, soortAnders: '' } : { soort: 'overig', soortAnders: woord };
};
