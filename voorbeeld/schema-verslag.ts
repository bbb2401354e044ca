import * as v from 'valibot';
import { leesTijd } from '#features/datum/tijd.ts';
import { isDag } from '#features/tekst/wanneer.ts';
import { aantal, datumVan, lijst, sleutel, tekst } from './schema-velden.ts';

/** An invented bijeenkomst with its verslag, so that there is something to read and to write on. */

const tijd = v.pipe(
	tekst,
	v.check((text) => leesTijd(text) === text, 'Schrijf een tijd als 14.00.'),
);
const dag = v.pipe(
	tekst,
	v.check((text) => isDag(text), 'Schrijf een dag als 2019-06-25.'),
);

const blok = v.union(
	[
		v.strictObject({ kop: tekst, niveau: v.optional(v.picklist([2, 3, 4]), 2) }),
		v.strictObject({ alinea: tekst }),
		v.strictObject({ citaat: tekst }),
		v.strictObject({ lijst: lijst(tekst) }),
		v.strictObject({ besluit: tekst }),
		v.strictObject({ actie: tekst, wie: sleutel, wanneer: dag, klaar: v.boolean() }),
	],
	'Een stuk is een kop, alinea, citaat, lijst, besluit of actie.',
);
export type Blok = v.InferOutput<typeof blok>;

const reactie = v.strictObject({ door: sleutel, tekst });

export const verslag = v.strictObject({
	leeromgeving: sleutel,
	titel: tekst,
	datum: datumVan,
	begin: tijd,
	eind: tijd,
	plaats: tekst,
	tekst: lijst(blok),
	/** Who wrote up to which block, and what that version is called. */
	versies: lijst(v.strictObject({ naam: tekst, door: sleutel, stukken: aantal })),
	opmerkingen: v.array(
		v.strictObject({ bij: tekst, ...reactie.entries, antwoorden: v.array(reactie) }),
	),
	bron: v.literal('verzonnen'),
});
