import { expect, test } from 'vitest';
import { STANDAARD } from '#features/werkplaats/woordenlijst.ts';
import { soortKeuzes } from './soort.ts';

/** As the documents of two werkplaatsen call them. */
const UIT_DE_STUKKEN = [
	'Werkgroepbijeenkomst',
	'Uitwisselingsbijeenkomst',
	'Focusgroep',
	'Kenniscafé',
	'Netwerkbijeenkomst',
	'Leerkring',
	'Dagdeel van een leergang',
	'Leernetwerkbijeenkomst',
	'Bijeenkomst van een learning community',
	'Scrumsessie',
	'Werkconferentie',
	'Startbijeenkomst',
	'Conferentie',
	'Workshop',
	'Training',
	'Spiegelbijeenkomst',
	'Casuïstiekbespreking',
	'Intervisie of coaching',
	'Omgekeerd keukentafelgesprek',
	'Inspiratiebezoek',
	'Evaluatie',
	'Reflectiebijeenkomst',
	'Lezing of presentatie',
	'Gastcollege',
	'Masterclass',
	'Boekpresentatie',
	'Vergadering van een gremium',
	'Iets anders',
];

test('every kind that the documents know can be chosen', () => {
	const labels = soortKeuzes(STANDAARD).map(({ label }) => label);
	expect(labels).toEqual(expect.arrayContaining(UIT_DE_STUKKEN));
});

test('a kind by the word of the werkplaats is offered once, whatever that word is', () => {
	const werkgroep = { enkelvoud: 'werkgroep', meervoud: 'werkgroepen', lidwoord: 'de' } as const;
	const keuzes = soortKeuzes({ ...STANDAARD, leeromgeving: werkgroep });
	expect(keuzes[0]).toEqual({ value: 'team', label: 'Werkgroepbijeenkomst' });
	expect(new Set(keuzes.map(({ label }) => label)).size).toBe(keuzes.length);
});
