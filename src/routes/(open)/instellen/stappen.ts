import * as v from 'valibot';
import { datumVeld } from '#features/datum/input.ts';
import { email, namen } from '#features/persoon/input.ts';
import { werkplaatsInput } from '#features/werkplaats/input.ts';
import { STANDAARD } from '#features/werkplaats/woordenlijst.ts';
import { requiredText, text } from '#ui/fields.ts';

export const STAPPEN = [
	{ naam: 'account', href: '/instellen', label: 'Jouw account' },
	{ naam: 'werkplaats', href: '/instellen/werkplaats', label: 'Jullie werkplaats' },
	{ naam: 'kennisagenda', href: '/instellen/kennisagenda', label: 'Kennisagenda' },
	{ naam: 'team', href: '/instellen/team', label: 'Eerste werkteam' },
] as const;
export type Stap = (typeof STAPPEN)[number]['naam'];

const { naam, regio, voorganger, centraalThema, kleed } = werkplaatsInput.entries;

/** One thing on each line. */
const regels = (max: number, teLang: string) =>
	v.pipe(
		text(),
		v.transform((typed) => [
			...new Set(
				typed
					.split('\n')
					.map((line) => line.trim())
					.filter(Boolean),
			),
		]),
		v.everyItem((line) => line.length <= max, teLang),
	);

export const Account = v.object({ ...namen, email, wachtwoord: v.optional(v.string(), '') });

export const Werkplaats = v.object({
	naam,
	regio,
	trekkers: regels(
		120,
		'Een naam heeft hoogstens 120 tekens. Zet elke organisatie op een eigen regel.',
	),
	voorganger,
	van: datumVeld({
		rand: 'begin',
		leeg: 'Vul in wanneer deze periode begint, zoals 1 januari 2026.',
	}),
	tot: datumVeld({
		rand: 'eind',
		leeg: 'Vul in wanneer deze periode eindigt, zoals 31 december 2028.',
	}),
	kleed,
});

export const Kennisagenda = v.object({
	centraalThema,
	themas: regels(200, 'Een thema heeft hoogstens 200 tekens. Zet elk thema op een eigen regel.'),
});

const woord = STANDAARD.leeromgeving;
export const Team = v.object({
	enkelvoud: requiredText(40, 'Vul het woord in voor één.'),
	meervoud: requiredText(40, 'Vul het woord in voor meer dan één.'),
	lidwoord: v.optional(v.picklist(['de', 'het'], 'Kies de of het.'), woord.lidwoord),
	teamNaam: text(120),
	teamDoel: text(2000),
});

/** "Deltastreek" of "Werkplaats Sociaal Domein Deltastreek": for the sidebar. */
export const korteNaam = (naam: string) =>
	(naam.replace(/^werkplaats\s+(sociaal\s+domein\s+)?/i, '') || naam).slice(0, 40);
