import * as v from 'valibot';
import {
	LEEROMGEVING_ROLLEN,
	PERSPECTIEVEN,
	type LeeromgevingRol,
	type Perspectief,
} from '#access/actor.ts';
import { choice, choiceOrNone, requiredText, text } from '#ui/fields.ts';

const isDag = (dag: string) =>
	/^\d{4}-\d{2}-\d{2}$/.test(dag) && new Date(`${dag}T00:00:00Z`).toISOString().startsWith(dag);

const bestaat = (dag: string) => {
	try {
		return isDag(dag);
	} catch {
		return false;
	}
};

export const dag = (leeg: string) =>
	v.pipe(
		v.string(leeg),
		v.nonEmpty(leeg),
		v.check(bestaat, 'Deze dag bestaat niet. Kies een dag uit de kalender.'),
	);

export const perspectief = v.picklist(
	Object.keys(PERSPECTIEVEN) as Perspectief[],
	'Kies van welke kant deze persoon kijkt.',
);

export const rol = v.picklist(
	Object.keys(LEEROMGEVING_ROLLEN) as LeeromgevingRol[],
	'Kies een rol.',
);

const plek = { rol, perspectief, namensId: choiceOrNone };

export const LidNieuw = v.object({
	persoonId: choice(),
	...plek,
	van: dag('Kies de eerste dag.'),
	aangehaaktVia: text(200),
});
export type LidNieuw = v.InferOutput<typeof LidNieuw>;

export const LidInput = v.object({ id: choice(), ...plek });
export type LidInput = v.InferOutput<typeof LidInput>;

export const LidEinde = v.object({
	id: choice(),
	tot: dag('Kies de laatste dag.'),
	redenEinde: text(500),
});
export type LidEinde = v.InferOutput<typeof LidEinde>;

export const StoelInput = v.object({
	wie: requiredText(60, 'Schrijf wie jullie missen.'),
	perspectief: v.union(
		[
			perspectief,
			v.pipe(
				v.literal(''),
				v.transform(() => null),
			),
		],
		'Kies een perspectief, of laat het open.',
	),
});
export type StoelInput = v.InferOutput<typeof StoelInput>;
