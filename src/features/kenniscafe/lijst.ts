import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import type { Bezoekerscategorie } from './categorie.ts';

interface Ingeschreven {
	categorie: Bezoekerscategorie;
	organisatie: string;
	naam: string;
}

/** From which side who came in a category looks, until somebody says otherwise. */
const KANT: Record<Bezoekerscategorie, Perspectief> = {
	gemeente: 'beleid',
	uitvoering: 'sociaal-werk',
	bewoner: 'bewoner',
	docent: 'onderzoek',
	student: 'student',
	overig: 'anders',
	ondernemer: 'ondernemer',
	beroepsvereniging: 'beroepsvereniging',
};

const cel = (tekst: string) =>
	/["\n\t;,]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;

/**
 * Who gave a name, as a list to read in and look at first: a name is asked only of who wants hours
 * confirmed. Nothing when nobody did. Without the address: it was given for mail and nothing else,
 * nobody proved it, and by it somebody else would get the hours.
 */
export function alsLijst(inschrijvingen: readonly Ingeschreven[]): string {
	const rijen = inschrijvingen
		.filter(({ naam }) => naam !== '')
		.map(({ naam, organisatie, categorie }) =>
			[naam, organisatie, PERSPECTIEVEN[KANT[categorie]]].map(cel).join(';'),
		);
	return rijen.length > 0 ? ['Naam;Organisatie;Rol', ...rijen].join('\n') : '';
}
