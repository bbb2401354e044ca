import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { PRESENTIE_STATUSSEN, type PresentieStatus } from './status.ts';
import { toonUren } from './uren.ts';

const VELDEN: Record<string, string> = {
	naam: 'Naam',
	organisatieId: 'Organisatie',
	organisatieNaam: 'Namens',
	perspectief: 'Kijkt als',
	buitenRegio: 'Van buiten de regio',
	status: 'Erbij',
	van: 'Van',
	tot: 'Tot',
	minutenHand: 'Uren met de hand',
};

const GELEZEN: Record<string, (waarde: string) => string> = {
	perspectief: (waarde) => PERSPECTIEVEN[waarde as Perspectief] ?? waarde,
	status: (waarde) => PRESENTIE_STATUSSEN[waarde as PresentieStatus] ?? waarde,
	minutenHand: (waarde) => toonUren(Number(waarde)),
	buitenRegio: (waarde) => (waarde === 'true' ? 'ja' : 'nee'),
};

interface Wijziging {
	veld: string;
	was: string;
	werd: string;
}

/** "Van: was leeg, werd 14.45." */
export function spoorZin({ veld, was, werd }: Wijziging, naamVan: (id: string) => string): string {
	const lees = veld === 'organisatieId' ? naamVan : (GELEZEN[veld] ?? String);
	const toon = (waarde: string) => (waarde === '' ? 'leeg' : lees(waarde) || 'onbekend');
	return `${VELDEN[veld] ?? veld}: was ${toon(was)}, werd ${toon(werd)}.`;
}
