import * as v from 'valibot';
import { choice, text } from '#ui/fields.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import { aanOfUit } from './deelnemer.input.ts';
import { LANGST_MINUTEN } from './klok.ts';

const EEN_TOT = `Kies 1 tot ${LANGST_MINUTEN} minuten.`;

export const FaseInput = v.object({
	naar: v.picklist(Object.keys(FASEN) as Fase[], 'Kies een fase.'),
});
export type FaseInput = v.InferOutput<typeof FaseInput>;

export const StilInput = v.object({ stil: aanOfUit });
export const SlotInput = v.object({ slot: aanOfUit });

/** Who gets regie. */
export const RegieInput = v.object({ naar: choice('Kies iemand van het team.') });

export const KlokInput = v.object({
	minuten: v.pipe(
		v.union([v.number(), v.pipe(text(4), v.regex(/^\d{1,2}$/, EEN_TOT))], EEN_TOT),
		v.transform(Number),
		v.integer(EEN_TOT),
		v.minValue(1, EEN_TOT),
		v.maxValue(LANGST_MINUTEN, EEN_TOT),
	),
});
export type KlokInput = v.InferOutput<typeof KlokInput>;

/** Empty: nobody looks at one briefje any more. */
export const UitlichtInput = v.object({ briefjeId: text(40) });

/** To which bord of the same café everybody goes on; empty is back to one's own table. */
export const ReeksInput = v.object({ naar: text(40) });

/** At which table somebody stays and leads. */
export const GespreksleiderInput = v.object({
	tafelId: choice('Kies eerst een tafel.'),
	naar: choice('Kies iemand van het team.'),
});
