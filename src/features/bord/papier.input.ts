import * as v from 'valibot';
import { perspectief } from '#features/persoon/input.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import { soort, zichtbaar } from './briefje.input.ts';
import { BRIEFJE_LANGST } from './soort.ts';

/** What one types over in one go from a pile of sheets. */
const MEEST = 60;

/** Of sheets of one perspective: each line is one briefje. */
export const PapierInput = v.object({
	perspectief,
	fase: v.picklist(Object.keys(FASEN) as Fase[], 'Kies een fase uit de lijst.'),
	soort,
	teksten: v.pipe(
		v.string('Schrijf ten minste één briefje over.'),
		v.transform((text) =>
			text
				.split('\n')
				.map((regel) => regel.trim())
				.filter(zichtbaar),
		),
		v.minLength(1, 'Schrijf ten minste één briefje over.'),
		v.maxLength(MEEST, `Neem hoogstens ${MEEST} briefjes tegelijk over.`),
		v.everyItem(
			(regel) => regel.length <= BRIEFJE_LANGST,
			`Eén briefje is te lang. Gebruik hoogstens ${BRIEFJE_LANGST} tekens per briefje.`,
		),
	),
});
export type PapierInput = v.InferOutput<typeof PapierInput>;
