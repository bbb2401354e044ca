import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { choice, choiceOrNone, requiredText, text } from '#ui/fields.ts';
import { leesBedrag, leesUren } from './bedrag.ts';
import { ORGANISATIE_SOORTEN, type OrganisatieSoort } from './soort.ts';

/** A number as people type it; null when the field is empty. */
const getal = (lees: typeof leesUren) =>
	v.pipe(
		text(40),
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
	naam: requiredText(120, 'Vul de naam van de organisatie in.'),
	soort: v.picklist(soorten, 'Kies wat voor organisatie het is.'),
	koepelId: choiceOrNone,
	regio: text(200),
});
export type OrganisatieInput = v.InferOutput<typeof organisatieInput>;

export const aliasInput = v.object({ alias: requiredText(120, 'Vul de andere naam in.') });

export const mergeInput = v.object({ inId: choice('Kies de organisatie die blijft.') });

export const trekkerInput = v.object({
	organisatieId: choice('Kies een organisatie.'),
	lectoraat: text(200),
});
export type TrekkerInput = v.InferOutput<typeof trekkerInput>;

export const partnerschapInput = v.object({
	van: datumVeld({ rand: 'begin' }),
	tot: datumVeldOfLeeg({ rand: 'eind' }),
	contactpersoonId: choiceOrNone,
	toezeggingMinuten: getal(leesUren),
	toezeggingIncash: getal(leesBedrag),
	themaId: choiceOrNone,
	motivatie: text(2000),
	redenEinde: text(500),
});
export type PartnerschapInput = v.InferOutput<typeof partnerschapInput>;

export const intentieverklaringInput = v.object({
	periodeId: choiceOrNone,
	getekendOp: datumVeldOfLeeg({ rand: 'eind' }),
	themaId: choiceOrNone,
	motivatie: text(2000),
});
export type IntentieverklaringInput = v.InferOutput<typeof intentieverklaringInput>;

export const werkrelatieInput = v.object({
	persoonId: choice('Kies een persoon.'),
	functie: text(120),
	van: datumVeldOfLeeg({ rand: 'begin' }),
	tot: datumVeldOfLeeg({ rand: 'eind' }),
});
export type WerkrelatieInput = v.InferOutput<typeof werkrelatieInput>;
