import type { BijeenkomstSoort } from '#features/bijeenkomst/soort.ts';
import type { Doel, SjabloonPunt } from './punt.ts';

/** Agendas to begin with, for every werkplaats. */
export interface VastSjabloon {
	id: string;
	naam: string;
	/** Which kinds of bijeenkomst get it offered first. */
	voor: readonly BijeenkomstSoort[];
	punten: readonly SjabloonPunt[];
}

const punt = (
	titel: string,
	minuten: number,
	doel: Doel | null = null,
	werkvorm = '',
): SjabloonPunt => ({ soort: 'punt', titel, minuten, doel, werkvorm, uitleg: '' });

/** What stands there as the title of the point about what was agreed before. */
const TERUGBLIK = 'Wat leerde het ons?';

export const actiesPunt: SjabloonPunt = { ...punt(TERUGBLIK, 15, 'delen'), soort: 'acties' };

const pauze = (titel: string, minuten: number): SjabloonPunt => ({
	...punt(titel, minuten),
	soort: 'pauze',
});

/** `naam` empty: as the werkplaats calls the first kind that it is for. */
export const SJABLONEN: readonly VastSjabloon[] = [
	{
		id: 'werkteambijeenkomst',
		naam: '',
		voor: ['team', 'werkgroep', 'uitwisseling', 'scrum', 'reflectie'],
		punten: [
			punt('Binnenkomen met thee en koekjes', 10),
			actiesPunt,
			punt('Wat kwam je tegen?', 30, 'delen'),
			pauze('Pauze', 15),
			punt('Wat zien we samen?', 30, 'duiden'),
			punt('Wat proberen we?', 30, 'doen'),
			punt('Terugkijken: wat leerden we?', 10),
		],
	},
	{
		id: 'casuistiekbespreking',
		naam: 'Casuïstiekbespreking',
		voor: ['casuistiek', 'intervisie'],
		punten: [
			punt('Afspraken vooraf', 5, 'informeren'),
			punt('Het verhaal', 15, 'delen', 'casuistiekbespreking'),
			punt('Alleen vragen naar feiten', 10, 'delen', 'casuistiekbespreking'),
			punt('Hoe kijkt ieder ernaar?', 20, 'duiden', 'casuistiekbespreking'),
			punt('Wat zien we vaker?', 10, 'duiden', 'casuistiekbespreking'),
			punt('Wat doen we nu?', 10, 'doen', 'casuistiekbespreking'),
		],
	},
	{
		id: 'keukentafelgesprek',
		naam: 'Omgekeerd keukentafelgesprek',
		voor: ['keukentafel', 'inspiratiebezoek'],
		punten: [
			punt('Kleed, thee en koekjes', 10),
			punt('Waar komen we voor?', 10, 'informeren'),
			punt('Wat merkt een bewoner ervan?', 30, 'delen'),
			punt('Waar was het voor bedoeld?', 25, 'duiden'),
			punt('Wat spreken we af?', 15, 'doen'),
		],
	},
	{
		id: 'leerkring',
		naam: 'Leerkring',
		voor: ['leerkring', 'leernetwerk', 'community', 'leergang', 'workshop', 'training'],
		punten: [
			punt('Wat probeerde je sinds de vorige keer?', 25, 'delen'),
			punt('Wat viel op?', 25, 'duiden'),
			punt('Wat probeer je nu?', 25, 'doen'),
			punt('Terugkijken', 10),
		],
	},
	{
		id: 'open-bijeenkomst',
		naam: '',
		voor: [
			'open',
			'netwerk',
			'focusgroep',
			'werkconferentie',
			'conferentie',
			'start',
			'inspiratie',
		],
		punten: [
			punt('Welkom en waarom', 10),
			punt('Kort verhaal van een deskundige', 15, 'delen'),
			punt('Uit de praktijk', 20, 'delen'),
			punt('In gemengde groepen', 40, 'duiden'),
			punt('Oogst met iedereen', 20, 'duiden'),
			punt('Wat gaan we doen?', 10, 'doen'),
			pauze('Napraten met iets te eten', 25),
		],
	},
	{
		id: 'evaluatie',
		naam: 'Evaluatie',
		voor: ['evaluatie'],
		punten: [
			punt('Wat leerden we?', 25, 'delen'),
			punt('Wat veranderde er voor bewoners?', 25, 'duiden'),
			punt('Wie zat er aan tafel, wie niet?', 15, 'duiden'),
			punt('Doorgaan, veranderen of stoppen?', 25, 'besluit'),
		],
	},
];
