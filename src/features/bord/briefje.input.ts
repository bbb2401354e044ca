import * as v from 'valibot';
import { FASEN, type Fase } from '#ui/fase.ts';
import { perspectief } from '#features/persoon/input.ts';
import { choice } from '#ui/fields.ts';
import { BRIEFJE_LANGST, BRIEFJE_NAMEN, type BriefjeSoort } from './soort.ts';

const TE_LANG = `Dit is te lang. Gebruik hoogstens ${BRIEFJE_LANGST} tekens.`;

/** Letters, digits or signs: what is only white cannot be seen on the table. */
export const zichtbaar = (text: string) => /[^\s\p{Cf}\p{Zs}\u2800\u3164]/u.test(text);

const tekst = v.pipe(
	v.string('Schrijf eerst iets op het briefje.'),
	v.trim(),
	// it lies between others: nobody pushes them off the table with nothing
	v.transform((typed) => typed.replace(/\n\s*\n\s*\n/g, '\n\n')),
	v.check(zichtbaar, 'Schrijf eerst iets op het briefje.'),
	v.maxLength(BRIEFJE_LANGST, TE_LANG),
);

export const soort = v.optional(
	v.picklist(['', ...(Object.keys(BRIEFJE_NAMEN) as BriefjeSoort[])], 'Kies een soort.'),
	'',
);

/** In which phase it was begun; without it the phase of now. */
const fase = v.optional(
	v.union([
		v.picklist(Object.keys(FASEN) as Fase[]),
		v.pipe(
			v.literal(''),
			v.transform(() => undefined),
		),
	]),
);

/** Of the one who writes: sent twice it counts once. */
const nieuwId = v.optional(v.pipe(v.string(), v.regex(/^([a-z2-7]{20})?$/)), '');

export const BriefjeNieuw = v.object({ id: nieuwId, tekst, soort, fase });
export type BriefjeNieuw = v.InferOutput<typeof BriefjeNieuw>;

/** For somebody without a device. */
export const NamensNieuw = v.object({ id: nieuwId, tekst, soort, fase, perspectief });
export type NamensNieuw = v.InferOutput<typeof NamensNieuw>;

export const BriefjeWijzig = v.object({ id: choice('Kies eerst een briefje.'), tekst, soort });
export type BriefjeWijzig = v.InferOutput<typeof BriefjeWijzig>;

export const BriefjeId = v.object({ id: choice('Kies eerst een briefje.') });
