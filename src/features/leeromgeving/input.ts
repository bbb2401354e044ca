import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { isKleed } from '#ui/kleed.ts';
import { choice, choiceOrNone, choices, requiredText, text } from '#ui/fields.ts';
import { LEEROMGEVING_STATUS, type LeeromgevingStatus } from './status.ts';

const kleed = v.pipe(v.string('Kies een kleed.'), v.check(isKleed, 'Kies een kleed.'));

const volgnummer = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^\d{0,3}$/, 'Vul een getal in, of laat het leeg.'),
	v.transform((getal) => (getal ? Number(getal) : null)),
);

const eigenschappen = {
	soort: requiredText(60, 'Kies wat voor soort dit is.'),
	volgnummer,
	themaIds: choices,
	periodeIds: choices,
	doel: text(),
	gewensteOpbrengst: text(),
	locaties: text(500),
	kleed,
	/** The range of the team itself; it may cross perioden. */
	van: datumVeldOfLeeg({ rand: 'begin' }),
	tot: datumVeldOfLeeg({ rand: 'eind' }),
};

/** One practice on each line. */
const praktijken = v.pipe(
	text(),
	v.transform((regels) =>
		regels
			.split('\n')
			.map((omschrijving) => omschrijving.trim())
			.filter(Boolean)
			.map((omschrijving) => ({ omschrijving, organisatieId: null as string | null })),
	),
);

export const LeeromgevingNieuw = v.object({
	naam: requiredText(120, 'Geef een naam.'),
	...eigenschappen,
	praktijken,
	persoonIds: choices,
});
export type LeeromgevingNieuw = v.InferOutput<typeof LeeromgevingNieuw>;

export const LeeromgevingInput = v.object({
	...eigenschappen,
	werkwijze: text(20000),
	bovenliggendId: choiceOrNone,
});
export type LeeromgevingInput = v.InferOutput<typeof LeeromgevingInput>;

export const NaamInput = v.object({
	naam: requiredText(120, 'Schrijf de nieuwe naam.'),
	van: datumVeld({ rand: 'begin' }),
	reden: requiredText(500, 'Schrijf waarom de naam verandert.'),
});
export type NaamInput = v.InferOutput<typeof NaamInput>;

export const StatusInput = v.object({
	status: v.picklist(Object.keys(LEEROMGEVING_STATUS) as LeeromgevingStatus[], 'Kies een status.'),
	waaromGestopt: text(2000),
});
export type StatusInput = v.InferOutput<typeof StatusInput>;

export const PraktijkInput = v.object({
	omschrijving: requiredText(500, 'Beschrijf de praktijk.'),
	organisatieId: choiceOrNone,
});
export type PraktijkInput = v.InferOutput<typeof PraktijkInput>;

export const KleedInput = v.object({ id: choice(), kleed });
