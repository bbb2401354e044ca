import * as v from 'valibot';
import { choice, choices, text } from '#ui/fields.ts';
import { ANTWOORDEN, type Antwoord } from './antwoord.ts';

const antwoord = v.picklist(Object.keys(ANTWOORDEN) as Antwoord[], 'Kies of je komt of niet.');

/** Who is asked, and what the letter says besides when and where. */
export const UitnodigenInput = v.object({
	personen: v.pipe(choices, v.minLength(1, 'Kies wie je uitnodigt.')),
	tekst: text(1000),
});
export type UitnodigenInput = v.InferOutput<typeof UitnodigenInput>;

export const AntwoordInput = v.object({ antwoord, toelichting: text(300) });
export type AntwoordInput = v.InferOutput<typeof AntwoordInput>;

/** On the page the button says the answer. */
export const ToelichtingInput = v.object({ toelichting: text(300) });

/** What somebody said by phone or in the street, written down by who plans. */
export const AntwoordVoorInput = v.object({ id: choice('Kies eerst een regel.'), antwoord });
export type AntwoordVoorInput = v.InferOutput<typeof AntwoordVoorInput>;
