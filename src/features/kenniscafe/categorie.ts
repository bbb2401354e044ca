/** In the order of the magazine (§3.17); a list counts visits, not people. */
export const CATEGORIEEN = {
	gemeente: 'Gemeente',
	uitvoering: 'Uitvoeringspraktijk',
	bewoner: 'Bewoner',
	docent: 'Docent(onderzoeker)',
	student: 'Student',
	overig: 'Overige',
	ondernemer: 'Sociaal ondernemer',
	beroepsvereniging: 'Beroepsvereniging',
} as const;
export type Bezoekerscategorie = keyof typeof CATEGORIEEN;
