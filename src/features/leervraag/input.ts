import * as v from 'valibot';
import { id, idOfNiets, lijst, regel, tekst } from '#features/leeromgeving/input.ts';
import { perspectief } from '#features/leeromgeving/lid.input.ts';
import { HERKOMST, VRAAG_STATUS, type Herkomst, type VraagStatus } from './status.ts';

const vraagtekst = regel('Schrijf de vraag.', 600);

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
	themaId: idOfNiets,
	herkomst: v.picklist(Object.keys(HERKOMST) as Herkomst[], 'Kies waar de vraag vandaan komt.'),
	perspectief: perspectiefOfGeen,
});
export type LeervraagNieuw = v.InferOutput<typeof LeervraagNieuw>;

export const LeervraagInput = v.object({ ...LeervraagNieuw.entries, status });
export type LeervraagInput = v.InferOutput<typeof LeervraagInput>;

export const PraktijkvraagNieuw = v.object({
	tekst: vraagtekst,
	leervraagIds: lijst,
	perspectief: perspectiefOfGeen,
	indienerId: idOfNiets,
	organisatieId: idOfNiets,
});
export type PraktijkvraagNieuw = v.InferOutput<typeof PraktijkvraagNieuw>;

export const PraktijkvraagInput = v.object({
	...PraktijkvraagNieuw.entries,
	status,
	antwoord: tekst(),
});
export type PraktijkvraagInput = v.InferOutput<typeof PraktijkvraagInput>;

export const LoslatingInput = v.object({
	vraagId: id,
	reden: regel('Schrijf waarom jullie deze vraag loslaten.', 1000),
});
export type LoslatingInput = v.InferOutput<typeof LoslatingInput>;

export const VraagId = v.object({ vraagId: id });
export const KoppelingInput = v.object({ leervraagId: id });
