import * as v from 'valibot';
import { requiredText } from '#ui/fields.ts';

export const ErratumInput = v.object({
	tekst: requiredText(2000, 'Schrijf wat er anders had moeten staan.'),
});
