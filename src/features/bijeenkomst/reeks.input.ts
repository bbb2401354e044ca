import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { choiceOrNone, requiredText, text } from '#ui/fields.ts';
import { HERHALINGEN, MEESTE } from './herhaal.ts';
import { soortVeld } from './input.ts';
import { aantalVeld } from './velden.ts';

export const ReeksInput = v.pipe(
	v.object({
		titel: requiredText(200, 'Geef de reeks een titel.'),
		soort: soortVeld,
		soortAnders: text(80),
		/** How often; empty when nobody counted. */
		aantal: aantalVeld,
		datum: datumVeldOfLeeg({ rand: 'begin' }),
		periodeId: choiceOrNone,
		toelichting: text(2000),
	}),
	v.forward(
		v.check(
			({ soort, soortAnders }) => soort !== 'overig' || soortAnders !== '',
			'Schrijf wat voor bijeenkomst het is.',
		),
		['soortAnders'],
	),
);
export type ReeksInput = v.InferOutput<typeof ReeksInput>;

/** With whose it is; empty: of the whole werkplaats. */
export const ReeksNieuw = v.intersect([ReeksInput, v.object({ leeromgevingId: choiceOrNone })]);
export type ReeksNieuw = v.InferOutput<typeof ReeksNieuw>;

export const KopieInput = v.object({
	datum: datumVeld({ rand: 'begin', leeg: 'Schrijf op welke dag jullie weer bij elkaar komen.' }),
});
export type KopieInput = v.InferOutput<typeof KopieInput>;

const keren = v.pipe(
	text(3),
	v.regex(/^\d{1,2}$/, `Schrijf een getal van 1 tot ${MEESTE}.`),
	v.transform(Number),
	v.minValue(1, `Schrijf een getal van 1 tot ${MEESTE}.`),
	v.maxValue(MEESTE, `Meer dan ${MEESTE} keer tegelijk kan niet.`),
);

export const HerhaalInput = v.object({
	elke: v.picklist(HERHALINGEN, 'Kies hoe vaak.'),
	aantal: keren,
});
export type HerhaalInput = v.InferOutput<typeof HerhaalInput>;
