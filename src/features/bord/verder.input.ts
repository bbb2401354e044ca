import * as v from 'valibot';
import { choice, requiredText, text } from '#ui/fields.ts';

/** Of the document; empty is all that lies there. */
const uit = text(20);

/** The words of something on the table as a question: they may still be changed. */
export const VraagUit = v.object({ uit, tekst: requiredText(600, 'Schrijf de vraag.') });
export type VraagUit = v.InferOutput<typeof VraagUit>;

export const PassageUit = v.object({ uit, bijeenkomstId: choice('Kies een verslag.') });
export type PassageUit = v.InferOutput<typeof PassageUit>;
