import * as v from 'valibot';
import { choiceOrNone, text } from '#ui/fields.ts';

export const OnderwijsInput = v.object({
	opleiding: text(120),
	hogeschoolId: choiceOrNone,
	leerjaar: v.pipe(
		text(2),
		v.regex(/^[1-8]?$/, 'Schrijf een getal van 1 tot 8, of laat het leeg.'),
		v.transform((jaar) => (jaar === '' ? null : Number(jaar))),
	),
	gever: text(200),
});
export type OnderwijsInput = v.InferOutput<typeof OnderwijsInput>;

export const KeukentafelInput = v.object({
	vraag: text(2000),
	bijOrganisatieId: choiceOrNone,
	bij: text(200),
	effect: text(4000),
	afspraken: text(4000),
});
export type KeukentafelInput = v.InferOutput<typeof KeukentafelInput>;

/** What the forms start from. */
export const basisOnderwijs = (o: Partial<OnderwijsInput> | null) => ({
	opleiding: o?.opleiding ?? '',
	hogeschoolId: o?.hogeschoolId ?? '',
	leerjaar: o?.leerjaar ? String(o.leerjaar) : '',
	gever: o?.gever ?? '',
});

export const basisKeukentafel = (k: Partial<KeukentafelInput> | null) => ({
	vraag: k?.vraag ?? '',
	bijOrganisatieId: k?.bijOrganisatieId ?? '',
	bij: k?.bij ?? '',
	effect: k?.effect ?? '',
	afspraken: k?.afspraken ?? '',
});
