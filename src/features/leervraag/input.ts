import * as v from 'valibot';
import { perspectief } from '#features/leeromgeving/lid.input.ts';
import { choice, choiceOrNone, choices, requiredText, text } from '#ui/fields.ts';
import { HERKOMST, VRAAG_STATUS, type Herkomst, type VraagStatus } from './status.ts';

const vraagtekst = requiredText(600, 'Schrijf de vraag.');

const perspectiefOfGeen = v.union(
	[
		perspectief,
		v.pipe(
			v.optional(v.literal(''), ''),
			v.transform(() => null),
		),
	],
	'Kies een perspectief, of laat het open.',
);

const status = v.picklist(Object.keys(VRAAG_STATUS) as VraagStatus[], 'Kies een status.');

export const LeervraagNieuw = v.object({
	tekst: vraagtekst,
	themaId: choiceOrNone,
	herkomst: v.picklist(Object.keys(HERKOMST) as Herkomst[], 'Kies waar de vraag vandaan komt.'),
	perspectief: perspectiefOfGeen,
});
export type LeervraagNieuw = v.InferOutput<typeof LeervraagNieuw>;

export const LeervraagInput = v.object({ ...LeervraagNieuw.entries, status });
export type LeervraagInput = v.InferOutput<typeof LeervraagInput>;

export const PraktijkvraagNieuw = v.object({
	tekst: vraagtekst,
	leervraagIds: choices,
	perspectief: perspectiefOfGeen,
	indienerId: choiceOrNone,
	organisatieId: choiceOrNone,
});
export type PraktijkvraagNieuw = v.InferOutput<typeof PraktijkvraagNieuw>;

export const PraktijkvraagInput = v.object({
	...PraktijkvraagNieuw.entries,
	status,
	antwoord: text(),
});
export type PraktijkvraagInput = v.InferOutput<typeof PraktijkvraagInput>;

export const LoslatingInput = v.object({
	vraagId: choice(),
	reden: requiredText(1000, 'Schrijf waarom jullie deze vraag loslaten.'),
});
export type LoslatingInput = v.InferOutput<typeof LoslatingInput>;

export const VraagId = v.object({ vraagId: choice() });
export const KoppelingInput = v.object({ leervraagId: choice() });
