import * as v from 'valibot';
import { datumVeld, datumVeldOfLeeg } from '#features/datum/input.ts';
import { choice, requiredText, text } from '#ui/fields.ts';
import { GREMIUM_NIVEAUS, type GremiumNiveau } from './niveau.ts';

const niveaus = Object.keys(GREMIUM_NIVEAUS) as GremiumNiveau[];

export const gremiumInput = v.object({
	naam: requiredText(120, 'Vul de naam van het gremium in.'),
	niveau: v.picklist(niveaus, 'Kies een niveau.'),
	samenstelling: text(1000),
	taak: text(1000),
	van: datumVeldOfLeeg({ rand: 'begin' }),
});
export type GremiumInput = v.InferOutput<typeof gremiumInput>;

export const gremiumLidInput = v.object({
	persoonId: choice('Kies een persoon.'),
	rol: text(120),
	van: datumVeldOfLeeg({ rand: 'begin' }),
	tot: datumVeldOfLeeg({ rand: 'eind' }),
});
export type GremiumLidInput = v.InferOutput<typeof gremiumLidInput>;

export const lidEindeInput = v.object({
	id: choice('Kies eerst een lid.'),
	tot: datumVeld({ rand: 'eind' }),
});

const keer = 'Schrijf een heel getal, van 1 tot en met 100.';

export const vergaderingInput = v.object({
	datum: datumVeld({ rand: 'begin' }),
	aantal: v.pipe(
		text(10),
		v.transform((text) => (text === '' ? 1 : Number(text))),
		v.integer(keer),
		v.minValue(1, keer),
		v.maxValue(100, keer),
	),
	toelichting: text(200),
});
export type VergaderingInput = v.InferOutput<typeof vergaderingInput>;

export const opheffingInput = v.object({
	op: datumVeld({ rand: 'begin' }),
	soort: v.picklist(['voorlopig', 'blijvend'], 'Kies of het voorlopig is of blijvend.'),
	reden: requiredText(500, 'Schrijf op waarom. Dat helpt later.'),
});
export type OpheffingInput = v.InferOutput<typeof opheffingInput>;

export const herlevingInput = v.object({ herleefdOp: datumVeld({ rand: 'begin' }) });
