import * as v from 'valibot';
import {
	LEEROMGEVING_ROLLEN,
	PERSPECTIEVEN,
	type LeeromgevingRol,
	type Perspectief,
} from '#access/actor.ts';
import { id, idOfNiets, regel, tekst } from './input.ts';

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

const plek = { rol, perspectief, namensId: idOfNiets };

export const LidNieuw = v.object({
	persoonId: id,
	...plek,
	van: dag('Kies de eerste dag.'),
	aangehaaktVia: tekst(200),
});
export type LidNieuw = v.InferOutput<typeof LidNieuw>;

export const LidInput = v.object({ id, ...plek });
export type LidInput = v.InferOutput<typeof LidInput>;

export const LidEinde = v.object({ id, tot: dag('Kies de laatste dag.'), redenEinde: tekst(500) });
export type LidEinde = v.InferOutput<typeof LidEinde>;

export const StoelInput = v.object({
	wie: regel('Schrijf wie jullie missen.', 60),
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
