import * as v from 'valibot';
import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { tekst } from '#features/persoon/input.ts';
import { GEEN_NAAM } from '#features/presentie/gast.input.ts';
import { choice, text } from '#ui/fields.ts';

/** What somebody says who comes to the table; the name may be invented. */
export const GastInput = v.object({
	/** Who is logged in is not asked. */
	naam: v.optional(v.pipe(tekst(60), v.nonEmpty(GEEN_NAAM))),
	perspectief: v.pipe(
		v.optional(v.string(), ''),
		v.picklist(Object.keys(PERSPECTIEVEN) as Perspectief[], 'Kies wie je hier bent.'),
	),
});
export type GastInput = v.InferOutput<typeof GastInput>;

/** To which bord of the same café. */
export const VerderInput = v.object({ naar: choice('Kies eerst een tafel.') });

/** "abcde fghij", as a guest wrote it down. */
const code = v.pipe(
	text(40),
	v.transform((typed) => typed.toLowerCase().replaceAll(/[^a-z2-7]/g, '')),
	v.length(10, 'Je eigen code heeft 10 letters of cijfers.'),
);

export const MijnCode = v.object({ code });

/** Which one goes; `alles` for all at once. */
export const MijnWeg = v.object({ code, id: choice('Kies eerst een briefje.') });
export type MijnWeg = v.InferOutput<typeof MijnWeg>;
