import * as v from 'valibot';
import { choice, requiredText } from '#ui/fields.ts';

export const VersieNaam = v.object({
	naam: requiredText(120, 'Geef deze versie een naam.'),
});

export const VersieKeuze = v.object({ versieId: choice('Kies eerst een versie.') });
