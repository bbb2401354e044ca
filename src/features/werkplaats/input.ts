import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { KLEED_STANDAARD, parseKleed } from '#ui/kleed.ts';
import {
	PERIODE_STATUS,
	STANDAARD,
	type PeriodeStatus,
	type WoordSleutel,
} from './woordenlijst.ts';

const tekst = (max: number) =>
	v.optional(
		v.pipe(
			v.string('Vul hier één tekst in.'),
			v.trim(),
			v.maxLength(max, `Dit is te lang. Gebruik hoogstens ${max} tekens.`),
		),
		'',
	);
const verplicht = (max: number, leeg: string) => v.pipe(tekst(max), v.nonEmpty(leeg));

const website = v.pipe(
	tekst(200),
	v.check(
		(url) => url === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url),
		'Begin het adres van de website met https://.',
	),
);

export const werkplaatsInput = v.object({
	naam: verplicht(120, 'Vul de naam van de werkplaats in.'),
	korteNaam: verplicht(40, 'Vul een korte naam in.'),
	regio: tekst(500),
	voorganger: tekst(120),
	voorgangerJaren: tekst(60),
	centraalThema: tekst(300),
	website,
	hulpTelefoon: v.pipe(
		tekst(40),
		v.regex(/^[+\d ()-]*$/, 'Gebruik alleen cijfers, spaties en streepjes.'),
	),
	privacyContact: tekst(200),
	kleed: v.pipe(
		v.optional(v.string(), KLEED_STANDAARD),
		v.check((kleed) => parseKleed(kleed) !== undefined, 'Kies een kleed uit de lijst.'),
	),
});
export type WerkplaatsInput = v.InferOutput<typeof werkplaatsInput>;

export const rijInput = v.object({ id: verplicht(40, 'Kies eerst een regel.') });

const statussen = Object.keys(PERIODE_STATUS) as PeriodeStatus[];

export const periodeInput = v.object({
	/** Left out: the next number. */
	nummer: v.optional(
		v.pipe(
			tekst(3),
			v.regex(/^\d*$/, 'Vul een heel getal in, zoals 2.'),
			v.transform((nummer) => (nummer === '' ? null : Number(nummer))),
			v.nullable(v.pipe(v.number(), v.minValue(1, 'Begin bij nummer 1.'))),
		),
	),
	naam: tekst(80),
	van: datumVeld({
		rand: 'begin',
		leeg: 'Vul in wanneer deze periode begint, zoals 1 januari 2026.',
	}),
	tot: datumVeld({
		rand: 'eind',
		leeg: 'Vul in wanneer deze periode eindigt, zoals 31 december 2028.',
	}),
	uitvoeringVan: datumVeldOfLeeg({ rand: 'begin' }),
	status: v.optional(v.picklist(statussen, 'Kies een status uit de lijst.'), 'lopend'),
	toelichting: tekst(1000),
});
export type PeriodeInput = v.InferOutput<typeof periodeInput>;

export const subsidieInput = v.object({
	naam: verplicht(120, 'Vul de naam van de subsidie in.'),
	van: datumVeld({ rand: 'begin', leeg: 'Vul in wanneer de subsidie begint.' }),
	tot: datumVeld({ rand: 'eind', leeg: 'Vul in tot wanneer de subsidie loopt.' }),
});
export type SubsidieInput = v.InferOutput<typeof subsidieInput>;

export const verlengingInput = v.object({
	tot: datumVeld({ rand: 'eind' }),
	reden: tekst(300),
});
export type VerlengingInput = v.InferOutput<typeof verlengingInput>;

const periodeKeuze = v.pipe(
	tekst(40),
	v.transform((id) => id || null),
);
const sleutel = v.picklist(
	Object.keys(STANDAARD) as WoordSleutel[],
	'Kies een woord uit de lijst.',
);

export const woordInput = v.object({
	sleutel,
	/** Empty: for always. */
	periodeId: periodeKeuze,
	enkelvoud: verplicht(40, 'Vul het woord in voor één.'),
	meervoud: verplicht(40, 'Vul het woord in voor meer dan één.'),
	lidwoord: v.picklist(['de', 'het'], 'Kies de of het.'),
});
export type WoordInput = v.InferOutput<typeof woordInput>;

export const woordPlek = v.object({ sleutel, periodeId: periodeKeuze });
export type WoordPlek = v.InferOutput<typeof woordPlek>;
