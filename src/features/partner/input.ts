import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { leesBedrag, leesUren } from './bedrag.ts';
import { ORGANISATIE_SOORTEN, type OrganisatieSoort } from './soort.ts';

const tekst = (max: number) =>
	v.optional(
		v.pipe(
			v.string('Vul hier één tekst in.'),
			v.trim(),
			v.maxLength(max, `Dit is te lang. Gebruik hoogstens ${max} tekens.`),
		),
		'',
	);

const naam = (leeg: string) => v.pipe(tekst(120), v.nonEmpty(leeg));

const keuze = (leeg: string) => v.pipe(tekst(40), v.nonEmpty(leeg));
const keuzeOfGeen = v.pipe(
	tekst(40),
	v.transform((id) => id || null),
);

/** A number as people type it; null when the field is empty. */
const getal = (lees: typeof leesUren) =>
	v.pipe(
		tekst(40),
		v.rawTransform<string, number | null>(({ dataset, addIssue, NEVER }) => {
			if (dataset.value === '') return null;
			const gelezen = lees(dataset.value);
			if (gelezen.ok) return gelezen.waarde;
			addIssue({ message: gelezen.fout });
			return NEVER;
		}),
	);

const soorten = Object.keys(ORGANISATIE_SOORTEN) as OrganisatieSoort[];

export const organisatieInput = v.object({
	naam: naam('Vul de naam van de organisatie in.'),
	soort: v.picklist(soorten, 'Kies wat voor organisatie het is.'),
	koepelId: keuzeOfGeen,
	regio: tekst(200),
});
export type OrganisatieInput = v.InferOutput<typeof organisatieInput>;

export const aliasInput = v.object({ alias: naam('Vul de andere naam in.') });

export const mergeInput = v.object({ inId: keuze('Kies de organisatie die blijft.') });

export const trekkerInput = v.object({
	organisatieId: keuze('Kies een organisatie.'),
	lectoraat: tekst(200),
});
export type TrekkerInput = v.InferOutput<typeof trekkerInput>;

export const partnerschapInput = v.object({
	van: datumVeld({ rand: 'begin' }),
	tot: datumVeldOfLeeg({ rand: 'eind' }),
	contactpersoonId: keuzeOfGeen,
	toezeggingMinuten: getal(leesUren),
	toezeggingIncash: getal(leesBedrag),
	themaId: keuzeOfGeen,
	motivatie: tekst(2000),
	redenEinde: tekst(500),
});
export type PartnerschapInput = v.InferOutput<typeof partnerschapInput>;

export const intentieverklaringInput = v.object({
	periodeId: keuzeOfGeen,
	getekendOp: datumVeldOfLeeg({ rand: 'eind' }),
	themaId: keuzeOfGeen,
	motivatie: tekst(2000),
});
export type IntentieverklaringInput = v.InferOutput<typeof intentieverklaringInput>;

export const werkrelatieInput = v.object({
	persoonId: keuze('Kies een persoon.'),
	functie: tekst(120),
	van: datumVeldOfLeeg({ rand: 'begin' }),
	tot: datumVeldOfLeeg({ rand: 'eind' }),
});
export type WerkrelatieInput = v.InferOutput<typeof werkrelatieInput>;

/** One row of a list on the page: which one a button is about. */
export const rijInput = v.object({ id: keuze('Kies eerst een regel.') });
