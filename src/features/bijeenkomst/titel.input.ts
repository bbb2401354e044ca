import * as v from 'valibot';
import { choice, requiredText, text } from '#ui/fields.ts';
import { TITEL_SOORTEN, type TitelSoort } from './soort.ts';

export const TitelInput = v.object({
	titel: requiredText(200, 'Schrijf de andere titel.'),
	soort: v.picklist(Object.keys(TITEL_SOORTEN) as TitelSoort[], 'Kies iets uit de lijst.'),
	bron: text(200),
});
export type TitelInput = v.InferOutput<typeof TitelInput>;

export const TitelId = v.object({ titelId: choice('Kies eerst een titel.') });

export const AfzegInput = v.object({
	reden: requiredText(500, 'Schrijf waarom het niet doorgaat.'),
});
export type AfzegInput = v.InferOutput<typeof AfzegInput>;
