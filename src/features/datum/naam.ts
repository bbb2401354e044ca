const collator = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

/** Text in Dutch order: Á beside a, "Werkteam 2" before "Werkteam 10". */
export const vergelijkTekst = (a: string, b: string) =>
	collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);

export interface Naamdelen {
	voornaam: string;
	tussenvoegsel: string;
	achternaam: string;
}

/**
 * Dutch order of persons: "Van der Berg" stands at the B. Who has no last name stands
 * at the first name.
 */
export const vergelijkNaam = (a: Naamdelen, b: Naamdelen) =>
	vergelijkTekst(a.achternaam || a.voornaam, b.achternaam || b.voornaam) ||
	vergelijkTekst(a.achternaam ? a.voornaam : '', b.achternaam ? b.voornaam : '') ||
	vergelijkTekst(a.tussenvoegsel, b.tussenvoegsel);
