import * as v from 'valibot';
import { leesAantal, type GeschrevenAantal } from '#features/bijeenkomst/aantal.ts';
import { datumVeldOfLeeg } from '#features/datum/input.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { emailOfNiets } from '#features/persoon/input.ts';
import { choices, requiredText, text } from '#ui/fields.ts';
import { isAanleiding } from './aanleiding.ts';
import { CATEGORIEEN, type Bezoekerscategorie } from './categorie.ts';

const KEYS = Object.keys(CATEGORIEEN) as Bezoekerscategorie[];
const GEEN_GETAL = 'Schrijf een getal, bijvoorbeeld 30 of circa 30.';

/** "30", "circa 30", "ruim twintig", or nothing. */
const aantal = v.pipe(
	text(80),
	v.rawTransform<string, GeschrevenAantal>(({ dataset, addIssue, NEVER }) => {
		const gelezen = leesAantal(dataset.value);
		if (gelezen) return gelezen;
		addIssue({ message: GEEN_GETAL });
		return NEVER;
	}),
);

/** A whole number or nothing: of nothing nobody knows, zero is zero. */
const getalOfLeeg = (max: number, sentence: string) =>
	v.pipe(
		text(20),
		v.check((tekst) => /^\d*$/.test(tekst) && Number(tekst) <= max, sentence),
		v.transform((tekst) => (tekst === '' ? null : Number(tekst))),
	);

/** None chosen sends nothing at all. */
const categorie = v.pipe(
	v.optional(v.string(), ''),
	v.picklist(KEYS, 'Kies vanuit welke rol je komt.'),
);

const HEEL = 'Schrijf een heel getal, of laat het leeg.';
const perCategorie = Object.fromEntries(
	KEYS.map((key) => [key, getalOfLeeg(99_999, HEEL)]),
) as Record<Bezoekerscategorie, ReturnType<typeof getalOfLeeg>>;

export type PerCategorie = Partial<Record<Bezoekerscategorie, number>>;

/** How many came, all together and per category; they need not add up (AC-35). */
export const BezoekInput = v.pipe(
	v.object({ totaal: aantal, ...perCategorie }),
	v.transform(({ totaal, ...rest }) => ({ totaal, aantallen: bekend(rest) })),
);
export type BezoekInput = v.InferOutput<typeof BezoekInput>;

const bekend = (velden: Record<Bezoekerscategorie, number | null>): PerCategorie =>
	Object.fromEntries(
		KEYS.flatMap((key) => (velden[key] === null ? [] : [[key, velden[key]] as const])),
	);

/** A number that a source gives for several bijeenkomsten together (AC-34). */
export const TotaalInput = v.pipe(
	v.object({
		naam: requiredText(120, 'Geef het totaal een naam.'),
		aantal: v.pipe(
			aantal,
			v.check((gelezen) => gelezen.aantal !== null, GEEN_GETAL),
		),
		bron: text(200),
		van: v.pipe(choices, v.minLength(1, 'Kies waar dit totaal over gaat.')),
	}),
	v.transform(({ naam, aantal: { aantal, circa }, bron, van }) => ({
		naam,
		aantal: aantal ?? 0,
		circa,
		bron,
		van,
	})),
);
export type TotaalInput = v.InferOutput<typeof TotaalInput>;

/** One tap at the door. Without script the page has no id to give: then the server makes it. */
export const TikInput = v.object({
	id: v.pipe(text(40), v.regex(/^(?:[a-z2-7]{20})?$/, 'Deze tik kennen we niet.')),
	categorie,
	aantal: v.pipe(
		v.picklist(['1', '-1'], 'Deze tik kennen we niet.'),
		v.transform((tekst): 1 | -1 => (tekst === '1' ? 1 : -1)),
	),
});
export type TikInput = v.InferOutput<typeof TikInput>;

const aan = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== ''),
);
const VOL = 'Schrijf een heel getal van 1 tot en met 5000, of laat het leeg.';

/** What of a bijeenkomst everybody may see. */
export const BladzijdeInput = v.object({
	titel: requiredText(200, 'Geef de bladzijde een titel.'),
	tekst: text(4000),
	sprekers: text(500),
	toontPlaats: aan,
	toontOrganisatoren: aan,
	toontAantal: aan,
	toontErvaringen: aan,
	capaciteit: v.pipe(
		getalOfLeeg(5000, VOL),
		v.check((getal) => getal !== 0, VOL),
	),
	/** One day, as `2026-06-11`, or nothing. */
	aanmeldenTot: v.pipe(
		datumVeldOfLeeg({ rand: 'eind' }),
		v.check(
			(datum) => datum === null || isEenDag(datum),
			'Schrijf één dag, bijvoorbeeld 10 juni 2026.',
		),
		v.transform((datum) => datum?.dag ?? ''),
	),
});
export type BladzijdeInput = v.InferOutput<typeof BladzijdeInput>;

const HOEVEELSTE = 'Schrijf een getal van 1 tot en met 999, of laat het leeg.';

/** Which one it is, what about, and why. */
export const CafeInput = v.object({
	nummer: v.pipe(
		getalOfLeeg(999, HOEVEELSTE),
		v.check((getal) => getal !== 0, HOEVEELSTE),
	),
	thema: text(200),
	aanleiding: v.pipe(
		text(20),
		v.transform((gekozen) => (isAanleiding(gekozen) ? gekozen : null)),
	),
	toelichting: text(1000),
});
export type CafeInput = v.InferOutput<typeof CafeInput>;

/** As little as possible: only from which side somebody comes. */
export const InschrijvingInput = v.object({
	categorie,
	organisatie: text(200),
	naam: text(200),
	email: v.optional(emailOfNiets, ''),
});
export type InschrijvingInput = v.InferOutput<typeof InschrijvingInput>;
