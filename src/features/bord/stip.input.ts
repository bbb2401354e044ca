import * as v from 'valibot';
import { choice } from '#ui/fields.ts';
import { REDEN_LANGST } from './soort.ts';

export const MEESTE_STIPPEN = 10;
/** Counted in a room, on paper: more than one can give. */
const MEEST_GETELD = 500;

/** A form sends text, a page that follows sends a number. */
const getal = (min: number, max: number, fout: string) =>
	v.pipe(
		v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,3}$/, fout))], fout),
		v.transform(Number),
		v.integer(fout),
		v.minValue(min, fout),
		v.maxValue(max, fout),
	);

export const StiprondeInput = v.object({
	budget: v.optional(getal(1, MEESTE_STIPPEN, 'Geef ieder 1 tot 10 stippen.'), 3),
	/** Open only when it was said in so many words. */
	geheim: v.pipe(
		v.optional(v.union([v.boolean(), v.string()]), true),
		v.transform((value) => value !== false && value !== 'nee'),
	),
});
export type StiprondeInput = v.InferOutput<typeof StiprondeInput>;

/** A groep, or the story that is chosen. */
const groepId = choice('Kies eerst een groep.');

/** Why, where a story is chosen; on one line. */
const reden = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.transform((text) => text.replaceAll(/\s+/g, ' ')),
		v.maxLength(REDEN_LANGST, `Dit is te lang. Gebruik hoogstens ${REDEN_LANGST} tekens.`),
	),
);

/** How many this group has of me from now on: sent twice it is the same. */
export const StipInput = v.object({
	groepId,
	aantal: getal(0, MEESTE_STIPPEN, 'Geef 0 tot 10 stippen.'),
	reden,
});
export type StipInput = v.InferOutput<typeof StipInput>;

export const StipNamensInput = v.object({
	/** Made where it is typed: sent twice it counts once. */
	id: v.optional(v.pipe(v.string(), v.regex(/^([a-z2-7]{20})?$/)), ''),
	groepId,
	aantal: getal(1, MEEST_GETELD, 'Vul het aantal stippen in dat je telde.'),
	reden,
});
export type StipNamensInput = v.InferOutput<typeof StipNamensInput>;
