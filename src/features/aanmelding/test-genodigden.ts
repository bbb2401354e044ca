import type { SysteemActor } from '#access/actor.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { datum } from '#features/leeromgeving/test-team.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { mail } from '#server/tables.server.ts';
import { genodigdeToken } from './letter.server.ts';
import { genodigdeNu } from './rows.server.ts';

/** For tests: a bijeenkomst of a team, people with an address, and what was sent to them. */

const DAG = '11 juni 2027';

export const plan = (systeem: SysteemActor, leeromgevingId: string | null, titel = 'De brief') =>
	createBijeenkomst(systeem, {
		leeromgevingId,
		titel,
		datum: datum(DAG),
		begin: '14.00',
		eind: '16.30',
		plaats: 'Huis van de Wijk',
	}).id;

export const metAdres = (werkplaatsId: string, voornaam: string) => {
	const email = `${voornaam.toLowerCase()}@voorbeeld.example`;
	return db().insert(persoon).values({ werkplaatsId, voornaam, email }).returning().get().id;
};

export const brieven = () => db().select().from(mail).all();

export const tokenVan = (bijeenkomstId: string, persoonId: string) =>
	genodigdeToken(genodigdeNu(bijeenkomstId, persoonId)!.id);
