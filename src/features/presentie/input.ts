import * as v from 'valibot';
import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';

const perspectiefOfNiets = v.optional(
	v.union(
		[
			v.picklist(Object.keys(PERSPECTIEVEN) as Perspectief[]),
			v.pipe(
				v.literal(''),
				v.transform(() => null),
			),
		],
		'Kies een perspectief uit de lijst.',
	),
	'',
);

/** "Ik was erbij": as I sit in the team, unless I say that today I wear another hat. */
export const ZelfInput = v.object({ perspectief: perspectiefOfNiets });
export type ZelfInput = v.InferOutput<typeof ZelfInput>;
