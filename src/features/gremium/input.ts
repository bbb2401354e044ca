import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { GREMIUM_NIVEAUS, type GremiumNiveau } from './niveau.ts';

const tekst = (max: number) =>
	v.optional(
		v.pipe(
			v.string('Vul hier één tekst in.'),
			v.trim(),
			v.maxLength(max, `Dit is te lang. Gebruik hoogstens ${max} tekens.`),
		),
		'',
	);

const niveaus = Object.keys(GREMIUM_NIVEAUS) as GremiumNiveau[];

export const gremiumInput = v.object({
	naam: v.pipe(tekst(120), v.nonEmpty('Vul de naam van het gremium in.')),
	niveau: v.picklist(niveaus, 'Kies een niveau.'),
	samenstelling: tekst(1000),
	taak: tekst(1000),
	van: datumVeldOfLeeg({ rand: 'begin' }),
});
export type GremiumInput = v.InferOutput<typeof gremiumInput>;

export const gremiumLidInput = v.object({
	persoonId: v.pipe(tekst(40), v.nonEmpty('Kies een persoon.')),
	rol: tekst(120),
	van: datumVeldOfLeeg({ rand: 'begin' }),
	tot: datumVeldOfLeeg({ rand: 'eind' }),
});
export type GremiumLidInput = v.InferOutput<typeof gremiumLidInput>;

export const lidEindeInput = v.object({
	id: v.pipe(tekst(40), v.nonEmpty('Kies eerst een lid.')),
	tot: datumVeld({ rand: 'eind' }),
});

const keer = 'Schrijf een heel getal, van 1 tot en met 100.';

export const vergaderingInput = v.object({
	datum: datumVeld({ rand: 'begin' }),
	aantal: v.pipe(
		tekst(10),
		v.transform((text) => (text === '' ? 1 : Number(text))),
		v.integer(keer),
		v.minValue(1, keer),
		v.maxValue(100, keer),
	),
	toelichting: tekst(200),
});
export type VergaderingInput = v.InferOutput<typeof vergaderingInput>;

export const opheffingInput = v.object({
	op: datumVeld({ rand: 'begin' }),
	soort: v.picklist(['voorlopig', 'blijvend'], 'Kies of het voorlopig is of blijvend.'),
	reden: v.pipe(tekst(500), v.nonEmpty('Schrijf op waarom. Dat helpt later.')),
});
export type OpheffingInput = v.InferOutput<typeof opheffingInput>;

export const herlevingInput = v.object({ herleefdOp: datumVeld({ rand: 'begin' }) });

/** One row of a list on the page: which one a button is about. */
export const rijInput = v.object({ id: v.pipe(tekst(40), v.nonEmpty('Kies eerst een regel.')) });
