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

export const hoofdletter = (woord: string): string =>
	woord.charAt(0).toUpperCase() + woord.slice(1);
