import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { KLEED_STANDAARD, isKleed } from '#ui/kleed.ts';
import { choiceOrNone, requiredText, text } from '#ui/fields.ts';
import {
	PERIODE_STATUS,
	STANDAARD,
	type PeriodeStatus,
	type WoordSleutel,
} from './woordenlijst.ts';

const website = v.pipe(
	text(200),
	v.check(
		(url) => url === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url),
		'Begin het adres van de website met https://.',
	),
);

export const werkplaatsInput = v.object({
	naam: requiredText(120, 'Vul de naam van de werkplaats in.'),
	korteNaam: requiredText(40, 'Vul een korte naam in.'),
	regio: text(500),
	voorganger: text(120),
	voorgangerJaren: text(60),
	centraalThema: text(300),
	website,
	hulpTelefoon: v.pipe(
		text(40),
		v.regex(/^[+\d ()-]*$/, 'Gebruik alleen cijfers, spaties en streepjes.'),
	),
	privacyContact: text(200),
	kleed: v.pipe(
		v.optional(v.string(), KLEED_STANDAARD),
		v.check(isKleed, 'Kies een kleed uit de lijst.'),
	),
});
export type WerkplaatsInput = v.InferOutput<typeof werkplaatsInput>;

const statussen = Object.keys(PERIODE_STATUS) as PeriodeStatus[];

export const periodeInput = v.object({
	/** Left out: the next number. */
	nummer: v.optional(
		v.pipe(
			text(3),
			v.regex(/^\d*$/, 'Vul een heel getal in, zoals 2.'),
			v.transform((nummer) => (nummer === '' ? null : Number(nummer))),
			v.nullable(v.pipe(v.number(), v.minValue(1, 'Begin bij nummer 1.'))),
		),
	),
	naam: text(80),
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
	toelichting: text(1000),
});
export type PeriodeInput = v.InferOutput<typeof periodeInput>;

export const subsidieInput = v.object({
	naam: requiredText(120, 'Vul de naam van de subsidie in.'),
	van: datumVeld({ rand: 'begin', leeg: 'Vul in wanneer de subsidie begint.' }),
	tot: datumVeld({ rand: 'eind', leeg: 'Vul in tot wanneer de subsidie loopt.' }),
});
export type SubsidieInput = v.InferOutput<typeof subsidieInput>;

export const verlengingInput = v.object({
	tot: datumVeld({ rand: 'eind' }),
	reden: text(300),
});
export type VerlengingInput = v.InferOutput<typeof verlengingInput>;

const sleutel = v.picklist(
	Object.keys(STANDAARD) as WoordSleutel[],
	'Kies een woord uit de lijst.',
);

export const woordInput = v.object({
	sleutel,
	/** Empty: for always. */
	periodeId: choiceOrNone,
	enkelvoud: requiredText(40, 'Vul het woord in voor één.'),
	meervoud: requiredText(40, 'Vul het woord in voor meer dan één.'),
	lidwoord: v.picklist(['de', 'het'], 'Kies de of het.'),
});
export type WoordInput = v.InferOutput<typeof woordInput>;

export const woordPlek = v.object({ sleutel, periodeId: choiceOrNone });
export type WoordPlek = v.InferOutput<typeof woordPlek>;
