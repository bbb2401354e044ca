import * as v from 'valibot';
import { emailOfNiets, tekst, vermelding } from '#features/persoon/input.ts';
import { choice, requiredText, text } from '#ui/fields.ts';
import { ANTWOORDEN, type ErvaringAntwoord } from './staat.ts';

const MOST = 2000;

const velden = {
	tekst: requiredText(MOST, 'Schrijf op wat iemand zei.'),
	naam: tekst(160),
	rol: tekst(160),
	organisatie: tekst(160),
};

export const ErvaringNieuw = v.object(velden);
export type ErvaringNieuw = v.InferOutput<typeof ErvaringNieuw>;

export const ErvaringInput = v.object({ id: choice('Kies eerst een ervaring.'), ...velden });
export type ErvaringInput = v.InferOutput<typeof ErvaringInput>;

/** Without an address there is a link to hand over. */
export const VraagInput = v.object({
	id: choice('Kies eerst een ervaring.'),
	email: v.optional(emailOfNiets, ''),
});
export type VraagInput = v.InferOutput<typeof VraagInput>;

const antwoord = v.object({
	antwoord: v.picklist(Object.keys(ANTWOORDEN) as ErvaringAntwoord[], 'Kies ja of liever niet.'),
	tekst: text(MOST),
	vermelding: v.optional(vermelding, 'anoniem'),
});
type Antwoord = v.InferOutput<typeof antwoord>;

export const AntwoordInput = v.pipe(
	antwoord,
	v.forward(
		v.check<Antwoord, string>(
			(input) => input.antwoord === 'nee' || input.tekst !== '',
			'De tekst is leeg. Schrijf wat er mag staan, of kies Liever niet.',
		),
		['tekst'],
	),
);
export type AntwoordInput = v.InferOutput<typeof AntwoordInput>;
