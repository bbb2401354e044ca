import * as v from 'valibot';

const tekst = (max: number) =>
	v.optional(
		v.pipe(
			v.string('Vul hier één tekst in.'),
			v.trim(),
			v.maxLength(max, `Dit is te lang. Gebruik hoogstens ${max} tekens.`),
		),
		'',
	);
const verplicht = (max: number, leeg: string) => v.pipe(tekst(max), v.nonEmpty(leeg));

export const kennisagendaInput = v.object({
	titel: verplicht(200, 'Vul een titel in.'),
	doel: tekst(2000),
});
export type KennisagendaInput = v.InferOutput<typeof kennisagendaInput>;

export const themaInput = v.object({
	titel: verplicht(200, 'Vul de titel van het thema in.'),
	omschrijving: tekst(2000),
	landelijkThema: tekst(200),
});
export type ThemaInput = v.InferOutput<typeof themaInput>;

export const themaRij = v.object({ id: verplicht(40, 'Kies eerst een thema.') });

export const richtingInput = v.object({
	...themaRij.entries,
	richting: v.picklist(['omhoog', 'omlaag'], 'Kies omhoog of omlaag.'),
});
export type RichtingInput = v.InferOutput<typeof richtingInput>;

export const keuzeInput = v.object({
	...themaRij.entries,
	periodeId: verplicht(40, 'Kies eerst een periode.'),
});
export type KeuzeInput = v.InferOutput<typeof keuzeInput>;

export const zonderResultaatInput = v.object({
	...themaRij.entries,
	reden: verplicht(1000, 'Schrijf op waarom dit niets opleverde.'),
});
export type ZonderResultaatInput = v.InferOutput<typeof zonderResultaatInput>;

/** The values of a form as texts: what two people may have written differently. */
export const themaTekst = ({ titel, omschrijving, landelijkThema }: ThemaInput) => ({
	titel,
	omschrijving,
	landelijkThema,
});

export const agendaTekst = ({ titel, doel }: KennisagendaInput) => ({ titel, doel });
