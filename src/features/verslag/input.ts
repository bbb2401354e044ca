import * as v from 'valibot';
import { choice, requiredText } from '#ui/fields.ts';

export const VersieNaam = v.object({
	naam: requiredText(120, 'Geef deze versie een naam.'),
});

export const VersieKeuze = v.object({ versieId: choice('Kies eerst een versie.') });

export const ErratumInput = v.object({
	tekst: requiredText(2000, 'Schrijf wat er anders had moeten staan.'),
});

/** A button without fields. */
export const Niets = v.object({});

export const SjabloonKeus = v.object({ sjabloon: choice('Kies een sjabloon.') });

export const SjabloonNieuw = v.object({
	naam: requiredText(80, 'Geef het sjabloon een naam.'),
	voor: v.picklist(['team', 'werkplaats'], 'Kies voor wie het is.'),
});
export type SjabloonNieuw = v.InferOutput<typeof SjabloonNieuw>;

export const SjabloonWeg = v.object({ sjabloonId: choice() });
