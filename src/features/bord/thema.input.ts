import * as v from 'valibot';
import { choice, choices, requiredText } from '#ui/fields.ts';
import { isId } from './id.ts';

const SLEUTEL = 'Kies groepen uit de lijst.';

/** Which group of which bord, as one value in a form. */
export const groepSleutel = (bordId: string, groepId: string) => `${bordId} ${groepId}`;

const groep = v.pipe(
	v.string(),
	v.transform((sleutel) => sleutel.split(' ')),
	v.check((ids) => ids.length === 2 && ids.every(isId), SLEUTEL),
	v.transform(([bordId = '', groepId = '']) => ({ bordId, groepId })),
);

export const ThemaInput = v.object({
	naam: requiredText(120, 'Geef het thema een naam.'),
	groepen: v.pipe(choices, v.minLength(1, 'Kies ten minste één groep.'), v.array(groep, SLEUTEL)),
});
export type ThemaInput = v.InferOutput<typeof ThemaInput>;

const themaId = choice('Kies eerst een thema.');
export const ThemaId = v.object({ themaId });
export const ThemaGroep = v.object({ themaId, groep: v.pipe(requiredText(60, SLEUTEL), groep) });
