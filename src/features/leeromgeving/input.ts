import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { isKleed } from './kleed.ts';
import { LEEROMGEVING_STATUS, type LeeromgevingStatus } from './status.ts';

/** A line of text: what it is called in the sentence that refuses it, and how long it may be. */
export const regel = (leeg: string, max = 200) =>
	v.pipe(
		v.string(leeg),
		v.trim(),
		v.nonEmpty(leeg),
		v.maxLength(max, `Dit is te lang. Gebruik hoogstens ${max} tekens.`),
	);

/** A text that may stay empty. */
export const tekst = (max = 4000) =>
	v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.maxLength(max, `Dit is te lang. Gebruik hoogstens ${max} tekens.`),
		),
		'',
	);

export const id = v.pipe(
	v.string('Kies iets uit de lijst.'),
	v.nonEmpty('Kies iets uit de lijst.'),
);

/** A choice that may stay open: an empty text is no choice. */
export const idOfNiets = v.pipe(
	v.optional(v.string(), ''),
	v.transform((gekozen) => gekozen || null),
);

/** Zero or more choices: a form sends nothing, one text or a list. */
export const lijst = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), []),
	v.transform((gekozen) => [...new Set([gekozen].flat().filter(Boolean))]),
);

const kleed = v.pipe(v.string('Kies een kleed.'), v.check(isKleed, 'Kies een kleed.'));

const volgnummer = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^\d{0,3}$/, 'Vul een getal in, of laat het leeg.'),
	v.transform((getal) => (getal ? Number(getal) : null)),
);

const eigenschappen = {
	soort: regel('Kies wat voor soort dit is.', 60),
	volgnummer,
	themaIds: lijst,
	periodeIds: lijst,
	doel: tekst(),
	gewensteOpbrengst: tekst(),
	locaties: tekst(500),
	kleed,
	/** The range of the team itself; it may cross perioden. */
	van: datumVeldOfLeeg({ rand: 'begin' }),
	tot: datumVeldOfLeeg({ rand: 'eind' }),
};

/** One practice on each line. */
const praktijken = v.pipe(
	tekst(),
	v.transform((regels) =>
		regels
			.split('\n')
			.map((omschrijving) => omschrijving.trim())
			.filter(Boolean)
			.map((omschrijving) => ({ omschrijving, organisatieId: null as string | null })),
	),
);

export const LeeromgevingNieuw = v.object({
	naam: regel('Geef een naam.', 120),
	...eigenschappen,
	praktijken,
	persoonIds: lijst,
});
export type LeeromgevingNieuw = v.InferOutput<typeof LeeromgevingNieuw>;

export const LeeromgevingInput = v.object({
	...eigenschappen,
	werkwijze: tekst(20000),
	bovenliggendId: idOfNiets,
});
export type LeeromgevingInput = v.InferOutput<typeof LeeromgevingInput>;

export const NaamInput = v.object({
	naam: regel('Schrijf de nieuwe naam.', 120),
	van: datumVeld({ rand: 'begin' }),
	reden: regel('Schrijf waarom de naam verandert.', 500),
});
export type NaamInput = v.InferOutput<typeof NaamInput>;

export const StatusInput = v.object({
	status: v.picklist(Object.keys(LEEROMGEVING_STATUS) as LeeromgevingStatus[], 'Kies een status.'),
	waaromGestopt: tekst(2000),
});
export type StatusInput = v.InferOutput<typeof StatusInput>;

export const PraktijkInput = v.object({
	omschrijving: regel('Beschrijf de praktijk.', 500),
	organisatieId: idOfNiets,
});
export type PraktijkInput = v.InferOutput<typeof PraktijkInput>;

export const KleedInput = v.object({ id, kleed });
export const AlleenId = v.object({ id });
