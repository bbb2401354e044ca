/** What can stand in a column of a list from elsewhere. */
export const KOLOMMEN = {
	niets: 'Niet gebruiken',
	naam: 'Naam',
	voornaam: 'Voornaam',
	tussenvoegsel: 'Tussenvoegsel',
	achternaam: 'Achternaam',
	email: 'E-mailadres',
	organisatie: 'Namens welke organisatie',
	perspectief: 'Wie ben je hier',
	van: 'Van',
	tot: 'Tot',
} as const;
export type Kolom = keyof typeof KOLOMMEN;
