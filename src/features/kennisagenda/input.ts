import * as v from 'valibot';
import { choice, requiredText, text } from '#ui/fields.ts';

export const kennisagendaInput = v.object({
	titel: requiredText(200, 'Vul een titel in.'),
	doel: text(2000),
});
export type KennisagendaInput = v.InferOutput<typeof kennisagendaInput>;

export const themaInput = v.object({
	titel: requiredText(200, 'Vul de titel van het thema in.'),
	omschrijving: text(2000),
	landelijkThema: text(200),
});
export type ThemaInput = v.InferOutput<typeof themaInput>;

const themaRij = v.object({ id: choice('Kies eerst een thema.') });

export const richtingInput = v.object({
	...themaRij.entries,
	richting: v.picklist(['omhoog', 'omlaag'], 'Kies omhoog of omlaag.'),
});
export type RichtingInput = v.InferOutput<typeof richtingInput>;

export const keuzeInput = v.object({
	...themaRij.entries,
	periodeId: choice('Kies eerst een periode.'),
});
export type KeuzeInput = v.InferOutput<typeof keuzeInput>;

export const zonderResultaatInput = v.object({
	...themaRij.entries,
	reden: requiredText(1000, 'Schrijf op waarom dit niets opleverde.'),
});
export type ZonderResultaatInput = v.InferOutput<typeof zonderResultaatInput>;

/** The values of a form as texts: what two people may have written differently. */
export const themaTekst = ({ titel, omschrijving, landelijkThema }: ThemaInput) => ({
	titel,
	omschrijving,
	landelijkThema,
});

export const agendaTekst = ({ titel, doel }: KennisagendaInput) => ({ titel, doel });
