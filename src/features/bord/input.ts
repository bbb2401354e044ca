import * as v from 'valibot';
import { choice, choiceOrNone, requiredText, text } from '#ui/fields.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import { BORD_SOORTEN, type BordSoort } from './soort.ts';

/** Of a checkbox or a button: nothing sent is no. */
const vinkje = v.pipe(
	v.optional(v.union([v.boolean(), v.string()]), ''),
	v.transform((value) => value === true || (typeof value === 'string' && value !== '')),
);

const velden = {
	titel: requiredText(200, 'Schrijf de vraag die op het bord staat.'),
	vraagDelen: text(200),
	vraagDuiden: text(200),
	vraagDoen: text(200),
	leervraagId: choiceOrNone,
	namen: vinkje,
	gasten: vinkje,
};

/** In which phase the bord is at that bijeenkomst; empty when it goes through all of them. */
const fase = v.pipe(
	text(10),
	v.check((chosen) => chosen === '' || chosen in FASEN, 'Kies een fase uit de lijst.'),
	v.transform((chosen) => (chosen || null) as Fase | null),
);

export const BordNieuw = v.object({
	...velden,
	soort: v.optional(
		v.picklist(Object.keys(BORD_SOORTEN) as BordSoort[], 'Kies een soort bord.'),
		'ddd',
	),
	/** The bord of which this is one table. */
	plenairId: choiceOrNone,
	/** At which it is used first. */
	bijeenkomstId: choiceOrNone,
	fase,
});
export type BordNieuw = v.InferOutput<typeof BordNieuw>;

/** Made on a page of its own: for which team. */
export const BordVoor = v.object({
	...BordNieuw.entries,
	leeromgevingId: choice('Kies een team.'),
});

export const BordInput = v.object(velden);
export type BordInput = v.InferOutput<typeof BordInput>;

export const KoppelingInput = v.object({
	bijeenkomstId: choice('Kies een bijeenkomst uit de lijst.'),
	fase,
});
export type KoppelingInput = v.InferOutput<typeof KoppelingInput>;

export const KoppelingWeg = v.object({ bijeenkomstId: choice('Kies eerst een bijeenkomst.') });

/** More tables at once: each line is the question of one. */
export const TafelsInput = v.object({
	titels: v.pipe(
		requiredText(4000, 'Schrijf de vraag van ten minste één tafel.'),
		v.transform((lines) => [
			...new Set(
				lines
					.split('\n')
					.map((line) => line.trim())
					.filter(Boolean),
			),
		]),
		v.maxLength(30, 'Maak hoogstens 30 tafels tegelijk.'),
		v.everyItem((line) => line.length <= 200, 'Gebruik hoogstens 200 tekens voor één tafel.'),
	),
});
export type TafelsInput = v.InferOutput<typeof TafelsInput>;
