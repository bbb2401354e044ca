import { beforeEach, expect, test } from 'vitest';
import type { PersoonActor, SysteemActor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid } from '#server/errors.ts';
import { confirmPresentie } from './bevestig.write.server.ts';
import { createEigenRegel, removeEigenRegel } from './eigen.write.server.ts';
import { detailPresentie, detailRegel } from './read.server.ts';
import { updateRegel } from './regel.write.server.ts';
import { addRegel, regelsOf } from './rows.server.ts';
import { standPresentie } from './stand.read.server.ts';

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

test('one tap puts me on the list as I sit in the team, and a second one changes nothing', () => {
	expect(standPresentie(lid, id)).toMatchObject({
		aanwezig: 0,
		verwacht: 1,
		ik: { erbij: false, kan: true, terug: false },
	});
	createEigenRegel(lid, { bijeenkomstId: id });
	createEigenRegel(lid, { bijeenkomstId: id, bron: 'code' });
	expect(regelsOf(id)).toMatchObject([
		{ persoonId: lid.persoonId, perspectief: 'bewoner', status: 'aanwezig', bron: 'zelf' },
	]);
	expect(standPresentie(lid, id)).toMatchObject({
		aanwezig: 1,
		verwacht: 1,
		ik: { erbij: true, kan: false, terug: true },
	});
	removeEigenRegel(lid, id);
	expect(standPresentie(lid, id).aanwezig).toBe(0);
	createEigenRegel(lid, { bijeenkomstId: id });
	expect(regelsOf(id)).toHaveLength(1);
});

test('who was signed off and comes all the same is there', () => {
	addRegel({
		werkplaatsId: systeem.werkplaatsId,
		bijeenkomstId: id,
		persoonId: lid.persoonId,
		naam: 'Gerard Smit',
		perspectief: 'bewoner',
		status: 'afgemeld',
		bron: 'lijst',
	});
	expect(standPresentie(lid, id)).toMatchObject({
		aanwezig: 0,
		verwacht: 1,
		afgemeld: 'Gerard heeft zich afgemeld.',
	});
	createEigenRegel(lid, { bijeenkomstId: id });
	expect(standPresentie(lid, id)).toMatchObject({ aanwezig: 1, afgemeld: '' });
	expect(() => removeEigenRegel(lid, id)).toThrow();
});

test('only who has a seat, and not before the day', () => {
	const observator = maakLid(systeem, team, 'procesobservator');
	const buiten = metRol(systeem.werkplaatsId, 'lector');
	for (const actor of [observator, buiten, systeem])
		expect(() => createEigenRegel(actor, { bijeenkomstId: id })).toThrow(Forbidden);
	const straks = maakBijeenkomst(systeem, team, { dag: '11 juni 2099' });
	expect(() => createEigenRegel(lid, { bijeenkomstId: straks })).toThrow(Invalid);
	expect(standPresentie(lid, straks).ik.kan).toBe(false);
});

test('who only reads sees how many there are and may do nothing', () => {
	const observator = maakLid(systeem, team, 'procesobservator');
	expect(standPresentie(observator, id)).toMatchObject({
		verwacht: 1,
		ik: { kan: false },
		may: { write: false },
	});
	expect(() => standPresentie(metRol(systeem.werkplaatsId, null), id)).toThrow();
});

test('who only watched makes no hours: no line comes by itself, also when the list is confirmed', () => {
	const erbij = maakLid(systeem, team, 'lid');
	createEigenRegel(erbij, { bijeenkomstId: id });
	for (const actor of [lid, maakLid(systeem, team, 'procesobservator')]) {
		standPresentie(actor, id);
		detailPresentie(actor, id);
	}
	confirmPresentie(systeem, id);
	expect(regelsOf(id).map(({ persoonId }) => persoonId)).toEqual([erbij.persoonId]);
	expect(detailPresentie(systeem, id).totaal).toBe(150);
});

test('on my own line I say for whom and from which side I came, until somebody answers for the list', () => {
	const { id: regelId } = createEigenRegel(lid, { bijeenkomstId: id });
	expect(standPresentie(lid, id).ik.regelId).toBe(regelId);
	const regel = detailRegel(lid, { bijeenkomstId: id, regelId });
	const mijn = { ...regel, perspectief: 'student', organisatie: 'Albeda', tot: '16.00' } as const;
	updateRegel(lid, { ...mijn, bijeenkomstId: id, regelId });
	expect(regelsOf(id)).toMatchObject([
		{ perspectief: 'student', organisatieNaam: 'Albeda', tot: '16.00' },
	]);
	const ander = maakLid(systeem, team, 'student');
	expect(detailRegel(ander, { bijeenkomstId: id, regelId }).may.edit).toBe(false);
	expect(() => updateRegel(ander, { ...mijn, bijeenkomstId: id, regelId })).toThrow(Forbidden);
	confirmPresentie(systeem, id);
	expect(standPresentie(lid, id).ik.regelId).toBe('');
	expect(() => updateRegel(lid, { ...mijn, van: '14.30', bijeenkomstId: id, regelId })).toThrow();
});
