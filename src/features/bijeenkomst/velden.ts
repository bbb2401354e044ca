import * as v from 'valibot';
import { leesTijd } from '#features/datum/tijd.ts';
import { text } from '#ui/fields.ts';
import { leesAantal, type GeschrevenAantal } from './aantal.ts';
import { leesPauzes } from './pauze.ts';
import type { Pauze } from './soort.ts';

/** Fields that several forms about bijeenkomsten share. */

/** Text that is read as something, or refused with one sentence. */
const gelezen = <T>(max: number, lees: (tekst: string) => T | undefined, fout: string) =>
	v.pipe(
		text(max),
		v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
			const uitkomst = lees(dataset.value);
			if (uitkomst !== undefined) return uitkomst;
			addIssue({ message: fout });
			return NEVER;
		}),
	);

export const tijdVeld = gelezen<string>(
	20,
	(tekst) => (tekst === '' ? '' : leesTijd(tekst)),
	'Schrijf een tijd, bijvoorbeeld 14.00.',
);

/** Of a bijeenkomst and of a dagdeel; also when both are the same. */
export const EIND_TE_VROEG = 'Het eind moet na het begin komen. Kijk de tijden na.';

export const pauzesVeld = gelezen<Pauze[]>(
	200,
	leesPauzes,
	'Schrijf een pauze als 12.30 – 13.00. Zet een komma tussen twee pauzes.',
);

export const aantalVeld = gelezen<GeschrevenAantal>(
	60,
	leesAantal,
	'Schrijf een getal, bijvoorbeeld 30 of circa 30.',
);

/** A box that is ticked or not. */
export const vinkje = v.pipe(
	text(10),
	v.transform((aan) => aan !== ''),
);

/** The address of a page on the web, or nothing. */
export const adresVeld = v.pipe(
	text(500),
	v.check(
		(url) => url === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url),
		'Begin het adres met https://.',
	),
);

/** Something on each line; empty lines and what stands there twice do not count. */
export const regelsVeld = v.pipe(
	text(2000),
	v.transform((tekst) => [
		...new Set(
			tekst
				.split('\n')
				.map((regel) => regel.trim())
				.filter(Boolean),
		),
	]),
	v.array(v.pipe(v.string(), v.maxLength(200, 'Een naam heeft hoogstens 200 tekens.'))),
);
