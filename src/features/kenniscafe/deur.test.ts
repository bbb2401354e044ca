import { beforeEach, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { mayCountDoor } from '#access/kenniscafe.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { iedereen, maakTeam } from '#features/leeromgeving/test-team.ts';
import { confirmPresentie } from '#features/presentie/bevestig.write.server.ts';
import { detailPresentie } from '#features/presentie/read.server.ts';
import { addRegel } from '#features/presentie/rows.server.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { detailBezoek, detailDeur, standDeur } from './read.server.ts';
import { deurtik } from './tables.server.ts';
import { createTik, updateBezoek } from './write.server.ts';

let systeem: SysteemActor;
let team: string;
let bijeenkomstId: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	const { werkplaatsId } = systeem;
	const values = { werkplaatsId, leeromgevingId: team, titel: 'x', open: true };
	bijeenkomstId = db().insert(bijeenkomst).values(values).returning().get().id;
});

const tik = (categorie: 'bewoner' | 'student', aantal: 1 | -1 = 1, id = newId()) =>
	createTik(systeem, { bijeenkomstId, id, categorie, aantal });

test('a tap counts once, however often it is sent and whoever else taps', () => {
	const id = newId();
	tik('bewoner', 1, id);
	tik('bewoner', 1, id);
	tik('bewoner');
	tik('student', 1, '');
	expect(standDeur(systeem, bijeenkomstId)).toEqual({ tikken: { bewoner: 2, student: 1 } });
	tik('bewoner', -1);
	expect(detailDeur(systeem, bijeenkomstId).tikken).toEqual({ bewoner: 1, student: 1 });
	expect(detailBezoek(systeem, bijeenkomstId)).toMatchObject({ totaal: 2, waarschuwing: '' });
});

test('nobody leaves who never came, and that costs the next one nothing', () => {
	tik('bewoner', -1);
	tik('bewoner', -1);
	tik('bewoner');
	expect(standDeur(systeem, bijeenkomstId).tikken).toEqual({ bewoner: 1 });
});

test('what is written down afterwards goes before the taps', () => {
	tik('bewoner');
	const niets = { aantal: null, circa: false, tekst: '' };
	updateBezoek(systeem, { id: bijeenkomstId, totaal: niets, aantallen: { bewoner: 12 } });
	expect(detailBezoek(systeem, bijeenkomstId)).toMatchObject({
		totaal: 12,
		tikken: { bewoner: 1 },
	});
});

test('who was counted at the door, without a name, makes no hours (R-31)', () => {
	const id = maakBijeenkomst(systeem, team, { begin: '15.00', eind: '18.00', open: true });
	for (let n = 0; n < 3; n++)
		createTik(systeem, { bijeenkomstId: id, id: newId(), categorie: 'bewoner', aantal: 1 });
	addRegel({
		...{ werkplaatsId: systeem.werkplaatsId, bijeenkomstId: id, status: 'aanwezig', bron: 'lijst' },
		...{ naam: 'Corrie', perspectief: 'bewoner' },
	});
	confirmPresentie(systeem, id);
	expect(detailBezoek(systeem, id).totaal).toBe(3);
	const { totaal, delen } = detailPresentie(systeem, id);
	expect(totaal).toBe(180);
	expect(delen.flatMap(({ rijen }) => rijen)).toHaveLength(1);
});

test('at the door stands who may', () => {
	const facts = { werkplaatsId: systeem.werkplaatsId, leeromgevingIds: [team], door: null };
	for (const actor of iedereen(systeem, team)) {
		db().delete(deurtik).run();
		const mag = mayCountDoor(actor, facts);
		const doe = () => createTik(actor, { bijeenkomstId, id: '', categorie: 'bewoner', aantal: 1 });
		if (mag) expect(doe).not.toThrow();
		else expect(doe).toThrow(Forbidden);
		if (!mag) expect(() => detailDeur(actor, bijeenkomstId)).toThrow(Forbidden);
		expect(db().select().from(deurtik).all()).toHaveLength(mag ? 1 : 0);
	}
});
