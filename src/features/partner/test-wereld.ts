import * as v from 'valibot';
import type { PersoonActor, WerkplaatsRol } from '#access/actor.ts';
import { persoonActor } from '#access/test-actors.ts';
import { thema } from '#features/kennisagenda/tables.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { intentieverklaringInput, organisatieInput, partnerschapInput } from './input.ts';
import { createIntentieverklaring, createPartnerschap } from './partnerschap.write.server.ts';
import { createOrganisatie } from './write.server.ts';

/** For tests: a werkplaats with an actor per role, and what its coördinator types in the forms. */

export function maakWerkplaats(naam = 'Zuid-Holland Zuid') {
	const { id } = db()
		.insert(werkplaats)
		.values({ naam, korteNaam: naam, kleed: 'ruit' })
		.returning()
		.get();
	return id;
}

export const maakPersoon = (werkplaatsId: string, voornaam: string, achternaam = '') =>
	db().insert(persoon).values({ werkplaatsId, voornaam, achternaam }).returning().get().id;

export const maakThema = (werkplaatsId: string, titel: string) =>
	db().insert(thema).values({ werkplaatsId, titel, volgnummer: 1 }).returning().get().id;

export const metRol = (
	werkplaatsId: string,
	rol: WerkplaatsRol | null,
	part: Partial<PersoonActor> = {},
): PersoonActor => {
	const persoonId = maakPersoon(werkplaatsId, rol ?? 'niemand', 'Voorbeeld');
	return persoonActor({ werkplaatsId, persoonId, rollen: rol ? [rol] : [], ...part });
};

type Velden = Record<string, string>;

export const organisatieVelden = (velden: Velden) =>
	v.parse(organisatieInput, { soort: 'gemeente', koepelId: '', regio: '', ...velden });

export const partnerschapVelden = (velden: Velden) => v.parse(partnerschapInput, velden);

export const maakOrganisatie = (actor: PersoonActor, naam: string, velden: Velden = {}) =>
	createOrganisatie(actor, organisatieVelden({ naam, ...velden })).id;

export const maakPartnerschap = (actor: PersoonActor, organisatieId: string, velden: Velden) =>
	createPartnerschap(actor, { organisatieId, ...partnerschapVelden(velden) });

export const maakIntentie = (actor: PersoonActor, organisatieId: string, velden: Velden) =>
	createIntentieverklaring(actor, { organisatieId, ...v.parse(intentieverklaringInput, velden) });

/** What a change that is refused says, per field. */
export function weigering(change: () => unknown): Record<string, string> {
	try {
		change();
	} catch (error) {
		if (error instanceof Invalid) return error.errors;
		throw error;
	}
	throw new Error('it was not refused');
}

/** What a form says about a field before anything reaches a feature. */
export function veldfout(
	schema: v.GenericSchema,
	values: unknown,
	veld: string,
): string | undefined {
	const issues = v.safeParse(schema, values).issues ?? [];
	return issues.find((issue) => issue.path?.[0]?.key === veld)?.message;
}
