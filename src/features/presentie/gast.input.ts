import * as v from 'valibot';
import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { tekst } from '#features/persoon/input.ts';

const wie = {
	/** Empty: for oneself. A name is enough, known or not. */
	organisatie: tekst(200),
	perspectief: v.picklist(Object.keys(PERSPECTIEVEN) as Perspectief[], 'Kies wie je hier bent.'),
};

/** What a guest says: a first name, that may be invented. */
export const GastInput = v.object({
	voornaam: v.pipe(tekst(80), v.nonEmpty('Vul een naam in. Je mag ook een andere naam kiezen.')),
	...wie,
});
export type GastInput = v.InferOutput<typeof GastInput>;

/** Who is logged in has a name already. */
export const BezoekerInput = v.object({ ...GastInput.entries, voornaam: tekst(80) });
export type BezoekerInput = v.InferOutput<typeof BezoekerInput>;
