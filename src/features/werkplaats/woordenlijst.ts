/** The words in which werkplaatsen differ. They are data: code always says the key. */
export type WoordSleutel = 'leeromgeving' | 'openBijeenkomst' | 'inkind' | 'bewoner';

export interface Woord {
	enkelvoud: string;
	meervoud: string;
	lidwoord: 'de' | 'het';
}

export type Woordenlijst = Record<WoordSleutel, Woord>;

export const STANDAARD: Woordenlijst = {
	leeromgeving: { enkelvoud: 'werkteam', meervoud: 'werkteams', lidwoord: 'het' },
	openBijeenkomst: { enkelvoud: 'kenniscafé', meervoud: 'kenniscafés', lidwoord: 'het' },
	inkind: { enkelvoud: 'in-kind uur', meervoud: 'in-kind uren', lidwoord: 'het' },
	bewoner: { enkelvoud: 'bewoner', meervoud: 'bewoners', lidwoord: 'de' },
};

export type PeriodeStatus = 'voorbereiding' | 'lopend' | 'afgesloten' | 'verantwoord';

/** The first letter as a capital, and both of "ijs": for the begin of a sentence or a heading. */
export const hoofdletter = (woord: string): string =>
	/^ij/i.test(woord) ? `IJ${woord.slice(2)}` : woord.charAt(0).toUpperCase() + woord.slice(1);

export const PERIODE_STATUS: Record<PeriodeStatus, string> = {
	voorbereiding: 'in voorbereiding',
	lopend: 'lopend',
	afgesloten: 'afgesloten',
	verantwoord: 'verantwoord',
};

/** What each word stands for, for who fills in the list. */
export const UITLEG: Record<WoordSleutel, { vraag: string; uitleg: string }> = {
	leeromgeving: {
		vraag: 'Hoe noemen jullie een team?',
		uitleg:
			'Een groep die samen leert rond één thema. Bijvoorbeeld: werkteam, werkgroep, leernetwerk.',
	},
	openBijeenkomst: {
		vraag: 'Hoe noemen jullie een open bijeenkomst?',
		uitleg: 'Iedereen mag komen. Bijvoorbeeld: kenniscafé, netwerkbijeenkomst.',
	},
	inkind: {
		vraag: 'Hoe schrijven jullie in-kind uren?',
		uitleg: 'De uren die een organisatie inbrengt. Bijvoorbeeld: in-kind uur, inkind-uur.',
	},
	bewoner: {
		vraag: 'Hoe noemen jullie een bewoner?',
		uitleg: 'Iemand die in de wijk woont. Bijvoorbeeld: bewoner, inwoner, burger.',
	},
};

export const metLidwoord = ({ lidwoord, enkelvoud }: Woord) => `${lidwoord} ${enkelvoud}`;
