import type { PersoonActor, WerkplaatsRol } from '#access/actor.ts';
import { persoonActor } from '#access/test-actors.ts';
import { account } from '#features/account/tables.server.ts';
import { thema } from '#features/kennisagenda/tables.server.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { accountPersoon, persoon, rol } from './tables.server.ts';

/** For tests: a werkplaats on a fresh database, with people and thema's. */

export function maakWerkplaats(naam = 'Zuid-Holland Zuid') {
	const systeem = testWerkplaats(naam);
	return { werkplaatsId: systeem.werkplaatsId, systeem };
}

export const maakPersoon = (werkplaatsId: string, voornaam: string, achternaam = '') =>
	db().insert(persoon).values({ werkplaatsId, voornaam, achternaam }).returning().get().id;

export const maakThema = (werkplaatsId: string, titel: string) =>
	db().insert(thema).values({ werkplaatsId, titel, volgnummer: 1 }).returning().get().id;

/** Who acts with this role, or with none, and has a row to be named by. */
export const metRol = (
	werkplaatsId: string,
	rol: WerkplaatsRol | null,
	part: Partial<PersoonActor> = {},
): PersoonActor => {
	const persoonId = maakPersoon(werkplaatsId, rol ?? 'niemand', 'Voorbeeld');
	return persoonActor({ werkplaatsId, persoonId, rollen: rol ? [rol] : [], ...part });
};

/** Somebody who can log in, with these roles in the database. */
export function metAccount(werkplaatsId: string, voornaam: string, rollen: WerkplaatsRol[] = []) {
	const email = `${voornaam}.${werkplaatsId}@voorbeeld.example`.toLowerCase();
	const accountId = db().insert(account).values({ email }).returning().get().id;
	const values = { werkplaatsId, voornaam, email };
	const persoonId = db().insert(persoon).values(values).returning().get().id;
	db().insert(accountPersoon).values({ accountId, persoonId, werkplaatsId }).run();
	for (const held of rollen) db().insert(rol).values({ persoonId, rol: held }).run();
	const actor = persoonActor({ werkplaatsId, persoonId, accountId, rollen });
	return { actor, accountId, persoonId, email };
}
