import * as v from 'valibot';
import { datumVeldOfLeeg } from '#features/datum/input.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import { choiceOrNone, choices, requiredText, text } from '#ui/fields.ts';
import { BIJEENKOMST_SOORTEN, type BijeenkomstSoort } from './soort.ts';
import {
	EIND_TE_VROEG,
	aantalVeld,
	adresVeld,
	pauzesVeld,
	regelsVeld,
	tijdVeld,
	vinkje,
} from './velden.ts';

export const soortVeld = v.optional(
	v.picklist(Object.keys(BIJEENKOMST_SOORTEN) as BijeenkomstSoort[], 'Kies iets uit de lijst.'),
	'team',
);

const isFase = (woord: string): woord is Fase => woord in FASEN;

const velden = v.object({
	titel: requiredText(200, 'Geef de bijeenkomst een titel.'),
	datum: datumVeldOfLeeg({ rand: 'begin' }),
	begin: tijdVeld,
	eind: tijdVeld,
	plaats: text(200),
	soort: soortVeld,
	soortAnders: text(80),
	pauzes: pauzesVeld,
	gemeente: text(80),
	omschrijving: text(4000),
	fasen: v.pipe(
		choices,
		v.transform((gekozen) => gekozen.filter(isFase)),
	),
	periodeId: choiceOrNone,
	reeksId: choiceOrNone,
	voorbereiders: choices,
	open: vinkje,
	aantal: aantalVeld,
	mede: choices,
	organisatoren: choices,
	organisatorNamen: regelsVeld,
	nieuwsUrl: adresVeld,
});

export const BijeenkomstInput = v.pipe(
	velden,
	v.forward(
		v.check(({ begin, eind }) => !eind || begin !== '', 'Schrijf ook hoe laat jullie beginnen.'),
		['begin'],
	),
	v.forward(
		v.check(({ begin, eind }) => !begin || !eind || eind > begin, EIND_TE_VROEG),
		['eind'],
	),
	v.forward(
		v.check(
			({ soort, soortAnders }) => soort !== 'overig' || soortAnders !== '',
			'Schrijf wat voor bijeenkomst het is.',
		),
		['soortAnders'],
	),
);
export type BijeenkomstInput = v.InferOutput<typeof BijeenkomstInput>;

type Kern = 'titel' | 'datum' | 'begin' | 'eind' | 'plaats';

/** What somebody says of a bijeenkomst at least; what is left out stays as it is. */
export type BijeenkomstNieuw = Pick<BijeenkomstInput, Kern> & Partial<Omit<BijeenkomstInput, Kern>>;

/** With whose it is; empty: of the whole werkplaats. */
export const BijeenkomstVoor = v.intersect([
	BijeenkomstInput,
	v.object({ leeromgevingId: choiceOrNone }),
]);

/** Changed, and whether who is invited has to know. */
export const BijeenkomstWijziging = v.intersect([
	BijeenkomstInput,
	v.object({ laatweten: vinkje }),
]);
