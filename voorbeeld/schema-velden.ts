import * as v from 'valibot';
import { datumVeld } from '#features/datum/input.ts';

/** The fields that the parts of the schema share. */

export const tekst = v.pipe(
	v.string('Hier hoort tekst.'),
	v.nonEmpty('Laat dit niet leeg: laat het veld dan weg.'),
);
/** Text that may be left out; it then counts as empty. */
export const leeg = v.optional(v.string('Hier hoort tekst.'), '');
export const aantal = v.pipe(
	v.number('Hier hoort een getal.'),
	v.integer('Hier hoort een heel getal.'),
	v.minValue(0, 'Een aantal is nul of meer.'),
);
/** How one part of the file points at another: `gemeente-rotterdam`. */
export const sleutel = v.pipe(
	tekst,
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Een sleutel heeft kleine letters, cijfers en streepjes.'),
);
export const datumVan = datumVeld({ rand: 'begin' });
export const datumTot = datumVeld({ rand: 'eind' });

export const lijst = <T extends v.GenericSchema>(item: T) =>
	v.pipe(v.array(item, 'Hier hoort een lijst.'), v.minLength(1, 'Deze lijst is leeg.'));

/** One of the keys of a list of the product. */
export const uit = <T extends Record<string, unknown>>(keuzes: T) =>
	v.picklist(
		Object.keys(keuzes) as (keyof T & string)[],
		({ received }) => `${received} is geen keuze uit ${Object.keys(keuzes).join(', ')}.`,
	);
