import * as v from 'valibot';
import { choice, requiredText } from '#ui/fields.ts';

export const SjabloonKeus = v.object({ sjabloon: choice('Kies een sjabloon.') });

export const SjabloonNieuw = v.object({
	naam: requiredText(80, 'Geef het sjabloon een naam.'),
	voor: v.picklist(['team', 'werkplaats'], 'Kies voor wie het is.'),
});
export type SjabloonNieuw = v.InferOutput<typeof SjabloonNieuw>;

export const SjabloonWeg = v.object({ sjabloonId: choice() });
