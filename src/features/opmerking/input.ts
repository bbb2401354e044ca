import * as v from 'valibot';
import { requiredText, text } from '#ui/fields.ts';
import { MAX_CITAAT } from './citaat.ts';

export const MAX_TEKST = 8000;
/** Bytes of a place that moves with the text. */
export const MAX_ANKER = 200;

const tekst = requiredText(MAX_TEKST, 'Schrijf eerst je opmerking.');
const id = v.pipe(v.string(), v.regex(/^[a-z2-7]{20}$/, 'Deze opmerking kennen we niet.'));

/** A place in the text, from the browser; empty for a remark on all of it. */
const anker = v.optional(
	v.pipe(
		v.string(),
		v.maxLength(Math.ceil(MAX_ANKER / 3) * 4, 'Deze plek in de tekst kennen we niet.'),
		v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'Deze plek in de tekst kennen we niet.'),
	),
	'',
);

export const OpmerkingNieuw = v.object({
	tekst,
	van: anker,
	tot: anker,
	citaat: v.optional(text(MAX_CITAAT), ''),
});
export type OpmerkingNieuw = v.InferOutput<typeof OpmerkingNieuw>;

export const Antwoord = v.object({ opId: id, tekst });
export type Antwoord = v.InferOutput<typeof Antwoord>;

export const OpmerkingWijziging = v.object({ id, tekst });
export type OpmerkingWijziging = v.InferOutput<typeof OpmerkingWijziging>;

export const OpmerkingKeus = v.object({ id });
export type OpmerkingKeus = v.InferOutput<typeof OpmerkingKeus>;
