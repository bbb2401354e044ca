import type { SysteemActor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { mail } from '#server/tables.server.ts';
import { genodigdeToken } from './letter.server.ts';
import { genodigdeNu } from './rows.server.ts';

/** For tests: a bijeenkomst of a team, people with an address, and what was sent to them. */

export const plan = (systeem: SysteemActor, leeromgevingId: string | null, titel = 'De brief') =>
	maakBijeenkomst(systeem, leeromgevingId, {
		titel,
		dag: '11 juni 2027',
		plaats: 'Huis van de Wijk',
	});

export const metAdres = (werkplaatsId: string, voornaam: string) => {
	const email = `${voornaam.toLowerCase()}@voorbeeld.example`;
	return db().insert(persoon).values({ werkplaatsId, voornaam, email }).returning().get().id;
};

export const brieven = () => db().select().from(mail).all();

export const tokenVan = (bijeenkomstId: string, persoonId: string) =>
	genodigdeToken(genodigdeNu(bijeenkomstId, persoonId)!.id);
