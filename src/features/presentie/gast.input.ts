import * as v from 'valibot';
import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { tekst } from '#features/persoon/input.ts';

export const GEEN_NAAM = 'Vul een naam in. Je mag ook een andere naam kiezen.';

/** What somebody says who comes in by a code. */
export const BezoekerInput = v.object({
	/** A first name, that may be invented; who is logged in is not asked. */
	voornaam: v.optional(v.pipe(tekst(80), v.nonEmpty(GEEN_NAAM))),
	/** Empty: for oneself. A name is enough, known or not. */
	organisatie: tekst(200),
	perspectief: v.optional(
		v.picklist(Object.keys(PERSPECTIEVEN) as Perspectief[], 'Kies wie je hier bent.'),
		'' as Perspectief,
	),
});
export type BezoekerInput = v.InferOutput<typeof BezoekerInput>;

/** What is taken back: that I left early, or that I am here. Pressed twice it is taken back once. */
export const TerugInput = v.object({ wat: v.optional(v.picklist(['weg', 'erbij']), 'erbij') });
export type TerugInput = v.InferOutput<typeof TerugInput>;
