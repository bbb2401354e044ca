import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { PersoonActor, SysteemActor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { dagdeel } from '#features/bijeenkomst/tables.server.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { maakPersoon, metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, NotFound } from '#server/errors.ts';
import { countAanwezigen, listAanwezigen } from './aanwezig.read.server.ts';
import { confirmPresentie } from './bevestig.write.server.ts';
import { createCorrectie } from './correctie.write.server.ts';
import { removeRegel } from './regel.write.server.ts';
import { addRegel } from './rows.server.ts';

let systeem: SysteemActor;
let team: string;
let lid: PersoonActor;
let id: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	lid = maakLid(systeem, team, 'lid');
	id = maakBijeenkomst(systeem, team);
});

type Deel = Partial<Parameters<typeof addRegel>[0]>;
const erbij = (naam: string, part: Deel = {}) =>
	addRegel({
		...{ werkplaatsId: systeem.werkplaatsId, bijeenkomstId: id, bron: 'lijst' },
		...{ perspectief: 'bewoner', status: 'aanwezig', naam, ...part },
	}).id;

/** Somebody with an account, on the list by the name of then. */
function persoonErbij(voornaam: string, vermelding: 'volledig' | 'voornaam' | 'anoniem') {
	const persoonId = maakPersoon(systeem.werkplaatsId, voornaam, 'de Vries');
	db().update(persoon).set({ vermelding }).where(eq(persoon.id, persoonId)).run();
	erbij(`${voornaam} de Vries`, { persoonId });
}

test('who was there counts: not who signed off, stayed away or was taken off the list', () => {
	expect(countAanwezigen(lid, id)).toBe(0);
	erbij('Fatima');
	erbij('Gerard', { status: 'afgemeld' });
	erbij('Piet', { status: 'afwezig' });
	const weg = erbij('Weg Gehaald');
	removeRegel(systeem, { bijeenkomstId: id, regelId: weg });
	expect(countAanwezigen(lid, id)).toBe(1);
	expect(listAanwezigen(lid, id)).toEqual(['Fatima']);
});

test('two of one name are two, and who came on two days is one', () => {
	erbij('Jan');
	erbij('Jan');
	expect(countAanwezigen(lid, id)).toBe(2);
	const dagen = ['2019-06-11', '2019-06-12'].map((dag) => ({
		...{ bijeenkomstId: id, dag, begin: '14.00', eind: '16.00' },
	}));
	const delen = db().insert(dagdeel).values(dagen).returning().all();
	const persoonId = maakPersoon(systeem.werkplaatsId, 'Joke');
	for (const { id: dagdeelId } of delen) {
		erbij('Joke', { persoonId, dagdeelId });
		erbij('Fatima', { dagdeelId });
	}
	expect(countAanwezigen(lid, id)).toBe(4);
	expect(listAanwezigen(lid, id)).toEqual(['Fatima', 'Jan', 'Jan', 'Joke']);
});

test('people are named as they want to be named in a stuk, and count all the same', () => {
	persoonErbij('Anna', 'volledig');
	persoonErbij('Bas', 'voornaam');
	persoonErbij('Cor', 'anoniem');
	expect(listAanwezigen(lid, id)).toEqual(['Anna de Vries', 'Bas']);
	expect(countAanwezigen(lid, id)).toBe(3);
});

test('a correctie has the last word', () => {
	const was = erbij('Was er niet');
	const bleef = erbij('Bleef korter');
	const toch = erbij('Was er toch', { status: 'afwezig' });
	confirmPresentie(systeem, id);
	const correctie = (regelId: string, uren: number) =>
		createCorrectie(systeem, {
			bijeenkomstId: id,
			regelIds: [regelId],
			uren,
			reden: 'Zo was het.',
		});
	correctie(was, -150);
	correctie(bleef, -30);
	correctie(toch, 60);
	expect(listAanwezigen(lid, id)).toEqual(['Bleef korter', 'Was er toch']);
});

test('how many is for who may read the list, who is for who may take it along', () => {
	erbij('Fatima');
	const observator = maakLid(systeem, team, 'procesobservator');
	expect(countAanwezigen(observator, id)).toBe(1);
	expect(() => listAanwezigen(observator, id)).toThrow(Forbidden);
	expect(() => countAanwezigen(metRol(systeem.werkplaatsId, null), id)).toThrow(NotFound);
});
