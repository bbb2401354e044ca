import { beforeEach, describe, expect, test } from 'vitest';
import { NIEMAND, type Actor } from '#access/actor.ts';
import { mayReadVoorkant, mayReadRuimte } from '#access/leeromgeving.ts';
import { persoonActor } from '#access/test-actors.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { freshDb } from '#server/db/test-db.ts';
import { basisVan } from './basis.ts';
import {
	countThemas,
	detailVoorkant,
	detailLeeromgeving,
	listLeeromgevingen,
	listMijnLeeromgevingen,
	wijzigingOf,
} from './read.server.ts';
import { listLeden } from './lid.read.server.ts';
import { maakPersoon, maakThema, maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { datum, iedereen, maakLid, maakPeriode, maakTeam, NIEUW } from './test-team.ts';
import {
	createLeeromgeving,
	createNaam,
	createPraktijk,
	removePraktijk,
	updateKleed,
	updateLeeromgeving,
	updateStatus,
} from './write.server.ts';

let werkplaatsId: string;
let systeem: Actor;

beforeEach(() => {
	freshDb();
	({ werkplaatsId, systeem } = maakWerkplaats());
});

const errorsOf = (run: () => unknown) => {
	try {
		run();
	} catch (error) {
		return error instanceof Invalid ? error.errors : error;
	}
	return undefined;
};

test('a docentonderzoeker creates a team with all it has, and leads it (AC-09)', () => {
	const actor = metRol(werkplaatsId, 'docentonderzoeker');
	const themaId = maakThema(werkplaatsId, 'Armoede');
	const periodeId = maakPeriode(werkplaatsId, 2);
	const { id } = createLeeromgeving(actor, {
		...NIEUW,
		kleed: 'ruit/groen-roze',
		themaIds: [themaId],
		periodeIds: [periodeId],
		gewensteOpbrengst: 'Een handreiking',
		praktijken: [{ omschrijving: 'Spreekuur in de wijk', organisatieId: null }],
		persoonIds: [maakPersoon(werkplaatsId, 'Joke')],
	});
	const team = detailLeeromgeving(actor, id);
	expect(team).toMatchObject({
		naam: 'Intergenerationele problematiek',
		gewensteOpbrengst: 'Een handreiking',
		themas: [{ titel: 'Armoede' }],
		perioden: [{ nummer: 2 }],
		praktijken: [{ omschrijving: 'Spreekuur in de wijk' }],
	});
	expect(listLeden(systeem, id).map((l) => [l.voornaam, l.rol])).toEqual([
		['Joke', 'lid'],
		['docentonderzoeker', 'trekker'],
	]);
});

test('a coördinator starts a team without sitting at its table', () => {
	const id = maakTeam(metRol(werkplaatsId, 'coordinator'));
	expect(listLeden(systeem, id)).toEqual([]);
});

test('one team with two names; the old one stays (AC-10)', () => {
	const id = maakTeam(systeem);
	createNaam(systeem, {
		id,
		naam: 'Intergenerationele overdracht',
		van: datum('1 januari 2019'),
		reden: 'Het gaat om meer dan problemen.',
	});
	const voorkant = detailVoorkant(systeem, id);
	expect(voorkant.naam).toBe('Intergenerationele overdracht');
	expect(voorkant.namen.map((n) => n.naam)).toEqual([
		'Intergenerationele problematiek',
		'Intergenerationele overdracht',
	]);
	expect(voorkant.naamMetVroeger).toContain('(tot 2019: Intergenerationele problematiek)');
	expect(listLeeromgevingen(systeem)).toHaveLength(1);
	const again = { id, naam: 'Nog een naam', van: datum('1 januari 2019'), reden: 'x' };
	expect(errorsOf(() => createNaam(systeem, again))).toHaveProperty('van');
});

test('two teams on one thema count twice as teams and once as thema (AC-11)', () => {
	const themaIds = [maakThema(werkplaatsId, 'Ontmoeting en innovatie')];
	maakTeam(systeem, { naam: 'Werkteam 3', themaIds });
	maakTeam(systeem, { naam: 'Werkteam 4', themaIds });
	const teams = listLeeromgevingen(systeem);
	expect(teams.filter((t) => t.themas.some(({ id }) => themaIds.includes(id)))).toHaveLength(2);
	expect(
		countThemas(
			systeem,
			teams.map((t) => t.id),
		),
	).toBe(1);
});

describe('the cloth', () => {
	test('is unique in a werkplaats, and the refusal names who has it', () => {
		maakTeam(systeem, { naam: 'Samen thuis', kleed: 'raam/petrol-rood' });
		const other = maakTeam(systeem);
		const message = { kleed: 'Dit kleed ligt al bij Samen thuis. Kies een ander kleed.' };
		expect(errorsOf(() => maakTeam(systeem, { kleed: 'raam/petrol-rood' }))).toEqual(message);
		expect(errorsOf(() => updateKleed(systeem, { id: other, kleed: 'raam/petrol-rood' }))).toEqual(
			message,
		);
		updateKleed(systeem, { id: other, kleed: 'blok/rood-rood' });
		expect(detailVoorkant(systeem, other).kleed).toBe('blok/rood-rood');
	});

	test('may be the same in another werkplaats', () => {
		maakTeam(systeem, { kleed: 'raam/petrol-rood' });
		const elders = maakWerkplaats('DHL').systeem;
		expect(maakTeam(elders, { kleed: 'raam/petrol-rood' })).toBeTruthy();
	});
});

test('stopped without result needs a reason, and tells it to everyone', () => {
	const id = maakTeam(systeem);
	expect(
		errorsOf(() => updateStatus(systeem, { id, status: 'gestopt', waaromGestopt: '' })),
	).toHaveProperty('waaromGestopt');
	updateStatus(systeem, { id, status: 'gestopt', waaromGestopt: 'Er kwam geen toegang.' });
	expect(detailVoorkant(persoonActor({ werkplaatsId }), id)).toMatchObject({
		status: 'gestopt',
		waaromGestopt: 'Er kwam geen toegang.',
	});
});

test('two people change one field and see both; different fields come together', () => {
	const id = maakTeam(systeem);
	const start = wijzigingOf(systeem, id);
	const basis = basisVan(start);
	updateLeeromgeving(systeem, { ...start, id, doel: 'Eerder hulp' }, basis);
	updateLeeromgeving(systeem, { ...start, id, locaties: 'De Wissel' }, basis);
	expect(detailLeeromgeving(systeem, id)).toMatchObject({
		doel: 'Eerder hulp',
		locaties: 'De Wissel',
	});
	expect(() => updateLeeromgeving(systeem, { ...start, id, doel: 'Later' }, basis)).toThrow(
		Conflict,
	);
});

test('a team does not fall under itself', () => {
	const boven = maakTeam(systeem);
	const onder = maakTeam(systeem);
	const set = (id: string, bovenliggendId: string) =>
		updateLeeromgeving(systeem, { ...wijzigingOf(systeem, id), id, bovenliggendId });
	set(onder, boven);
	expect(detailLeeromgeving(systeem, boven).onderliggend.map((t) => t.id)).toEqual([onder]);
	expect(errorsOf(() => set(boven, onder))).toHaveProperty('bovenliggendId');
});

test('a practice can be added and taken away', () => {
	const id = maakTeam(systeem);
	createPraktijk(systeem, { leeromgevingId: id, omschrijving: 'Spreekuur', organisatieId: null });
	const [praktijk] = detailLeeromgeving(systeem, id).praktijken;
	removePraktijk(systeem, { id: praktijk!.id });
	expect(detailLeeromgeving(systeem, id).praktijken).toEqual([]);
});

describe('who sees what', () => {
	test('the list equals the cards that may be read', () => {
		const id = maakTeam(systeem);
		maakTeam(systeem);
		for (const actor of [...iedereen(systeem, id), NIEMAND, maakWerkplaats('DHL').systeem]) {
			const expected = mayReadVoorkant(actor, { werkplaatsId }) ? 2 : 0;
			expect(listLeeromgevingen(actor)).toHaveLength(expected);
		}
	});

	test('the space opens exactly for who may read it', () => {
		const id = maakTeam(systeem);
		const other = maakTeam(systeem);
		for (const actor of iedereen(systeem, id)) {
			for (const leeromgevingId of [id, other]) {
				const may = mayReadRuimte(actor, { werkplaatsId, leeromgevingId });
				for (const read of [detailLeeromgeving, listLeden]) {
					const outcome = errorsOf(() => read(actor, leeromgevingId));
					expect(outcome instanceof Forbidden).toBe(!may);
				}
			}
		}
	});

	test('a team of another werkplaats does not exist', () => {
		const id = maakTeam(systeem);
		const elders = metRol(maakWerkplaats('DHL').werkplaatsId, 'coordinator');
		expect(() => detailVoorkant(elders, id)).toThrow(NotFound);
		expect(() => detailLeeromgeving(elders, id)).toThrow(NotFound);
		expect(() => updateKleed(elders, { id, kleed: 'ruit/rood-rood' })).toThrow(NotFound);
		expect(() => detailVoorkant(elders, 'bestaatniet')).toThrow(NotFound);
	});

	test('what is of another werkplaats cannot be chosen', () => {
		const themaIds = [maakThema(maakWerkplaats('DHL').werkplaatsId, 'Geheim')];
		expect(errorsOf(() => maakTeam(systeem, { themaIds }))).toHaveProperty('themaIds');
	});

	test('a lid cannot change the team', () => {
		const id = maakTeam(systeem);
		const actor = maakLid(systeem, id, 'lid');
		expect(() => updateStatus(actor, { id, status: 'actief', waaromGestopt: '' })).toThrow(
			Forbidden,
		);
		const naam = { id, naam: 'Anders', van: datum('2020'), reden: 'zomaar' };
		expect(() => createNaam(actor, naam)).toThrow(Forbidden);
	});

	test('my teams come first, and the sidebar has only those that still run', () => {
		const [a, b] = [maakTeam(systeem, { naam: 'A' }), maakTeam(systeem, { naam: 'B' })];
		const actor = maakLid(systeem, b, 'lid');
		expect(listLeeromgevingen(actor).map((t) => t.id)).toEqual([b, a]);
		updateStatus(systeem, { id: b, status: 'afgesloten', waaromGestopt: '' });
		expect(listMijnLeeromgevingen(actor)).toEqual([]);
	});
});
