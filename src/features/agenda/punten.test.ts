import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { eq } from 'drizzle-orm';
import { bijeenkomst, voorbereider } from '#features/bijeenkomst/tables.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { maakTeam } from '#features/leeromgeving/test-team.ts';
import { projectVerslag } from '#features/verslag/project.server.ts';
import { actie } from '#features/verslag/test-tekst.ts';
import { verslagWereld, type VerslagWereld } from '#features/verslag/test-verslag.ts';
import { db } from '#server/db/db.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { readDocument } from '#sync/server/edit.ts';
import { basisPunt } from './basis.ts';
import { createGebruik, updateGebruik } from './gebruik.write.server.ts';
import { detailAgenda, listSjablonen, standAgenda } from './read.server.ts';
import { SJABLONEN } from './sjablonen.ts';
import { createSjabloon, removeSjabloon } from './sjabloon.write.server.ts';
import {
	copyAgenda,
	createAgenda,
	createPunt,
	createTerugblik,
	movePunt,
	removePunt,
	updatePunt,
	withdrawWeghaling,
} from './write.server.ts';
import { leeg } from './test-agenda.ts';

let w: VerslagWereld;
beforeEach(() => {
	w = verslagWereld();
});
const maak = (titel: string, part: Partial<typeof leeg> = {}, actor: Actor = w.lid) =>
	createPunt(actor, { bijeenkomstId: w.id, ...leeg, titel, ...part }).id;
const titels = (actor: Actor = w.lid) => standAgenda(actor, w.id).punten.map(({ titel }) => titel);
const zet = (id: string, na: string, actor: Actor = w.lid) =>
	movePunt(actor, { bijeenkomstId: w.id, id, na });
const andere = (titel = 'Nog een') => {
	const velden = { titel, datum: null, begin: '', eind: '', plaats: '' };
	return createBijeenkomst(w.systeem, { ...velden, leeromgevingId: w.teamId }).id;
};

describe('who', () => {
	test('plans edits; who only reads reads; who is not in the ruimte knows of none', () => {
		for (const actor of [w.lid, w.trekker, w.coordinator]) maak('Een', {}, actor);
		for (const actor of [w.agendalid, w.observator, w.lector]) {
			expect(() => maak('Een', {}, actor)).toThrow(Forbidden);
			expect(standAgenda(actor, w.id).may).toEqual({ edit: false, loop: false });
		}
		expect(() => standAgenda(w.buiten, w.id)).toThrow(NotFound);
	});

	test('everybody may know of an open bijeenkomst, and not of its agenda', () => {
		db().update(bijeenkomst).set({ open: true }).where(eq(bijeenkomst.id, w.id)).run();
		maak('Besloten woorden');
		for (const read of [standAgenda, detailAgenda, listSjablonen])
			expect(() => read(w.buiten, w.id)).toThrow(NotFound);
	});

	test('prepares it may edit, also an agendalid', () => {
		const { persoonId } = w.agendalid;
		db().insert(voorbereider).values({ bijeenkomstId: w.id, persoonId }).run();
		maak('Van wie voorbereidt', {}, w.agendalid);
		expect(titels()).toEqual(['Van wie voorbereidt']);
	});

	test('a point of another bijeenkomst is not there', () => {
		const id = maak('Een');
		const elders = { bijeenkomstId: andere(), id };
		for (const change of [removePunt, withdrawWeghaling])
			expect(() => change(w.lid, elders)).toThrow(NotFound);
		expect(() => movePunt(w.lid, { ...elders, na: '' })).toThrow(NotFound);
		expect(() => updatePunt(w.lid, { ...elders, ...leeg })).toThrow(NotFound);
	});
});

describe('a point', () => {
	test('comes at the end, with who takes it of the table', () => {
		maak('Een', { minuten: 10, wieId: w.trekker.persoonId });
		maak('Twee', { wie: 'de huismeester' });
		expect(titels()).toEqual(['Een', 'Twee']);
		const [een, twee] = detailAgenda(w.lid, w.id).punten;
		expect(een!.wie).not.toBe('');
		expect(een!.invoer.wieId).toBe(w.trekker.persoonId);
		expect(twee!.wie).toBe('de huismeester');
		expect(() => maak('Drie', { wieId: w.buiten.persoonId })).toThrow(Invalid);
	});

	test('changed by two in one field is a question, in two fields it is not', () => {
		const id = maak('Een');
		const basis = basisPunt(leeg);
		const punt = { bijeenkomstId: w.id, id, ...leeg, titel: 'Een' };
		updatePunt(w.trekker, { ...punt, titel: 'Eerst' }, { ...basis, titel: 'Een' });
		updatePunt(w.lid, { ...punt, minuten: 20 }, { ...basis, titel: 'Een' });
		expect(standAgenda(w.lid, w.id).punten[0]).toMatchObject({ titel: 'Eerst', minuten: 20 });
		expect(() =>
			updatePunt(w.lid, { ...punt, titel: 'Anders' }, { ...basis, titel: 'Een' }),
		).toThrow(Conflict);
	});

	test('goes where it is put, and stands on the same place for everybody', () => {
		const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((titel) => maak(titel));
		expect(zet(d!, '')).toEqual({ plaats: 1 });
		expect(zet(a!, c!, w.trekker)).toEqual({ plaats: 4 });
		expect(titels()).toEqual(['d', 'b', 'c', 'a']);
		expect(titels(w.lector)).toEqual(titels());
		zet(b!, b!);
		expect(titels()).toEqual(['d', 'b', 'c', 'a']);
		expect(() => zet(b!, 'bestaatniet')).toThrow(NotFound);
	});

	test('moved by two to one place: both get their way', () => {
		const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((titel) => maak(titel));
		zet(c!, a!);
		zet(d!, a!, w.trekker);
		expect(titels()).toEqual(['a', 'd', 'c', 'b']);
		zet(b!, a!);
		zet(b!, '', w.trekker);
		expect(titels()[0]).toBe('b');
	});

	test('taken away comes back in its place, whatever moved there meanwhile', () => {
		const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((titel) => maak(titel));
		removePunt(w.lid, { bijeenkomstId: w.id, id: b! });
		expect(titels()).toEqual(['a', 'c', 'd']);
		expect(() => updatePunt(w.lid, { bijeenkomstId: w.id, id: b!, ...leeg })).toThrow(NotFound);
		zet(d!, a!);
		zet(c!, a!);
		withdrawWeghaling(w.trekker, { bijeenkomstId: w.id, id: b! });
		expect([...titels()].sort()).toEqual(['a', 'b', 'c', 'd']);
		expect(titels().indexOf('b')).toBeGreaterThan(0);
	});

	test('sixty and no more', () => {
		for (let n = 0; n < 60; n++) maak(String(n));
		expect(() => maak('te veel')).toThrow(Invalid);
	});
});

describe('beginning', () => {
	const begin = (sjabloon: string, actor: Actor = w.lid) =>
		createAgenda(actor, { bijeenkomstId: w.id, sjabloon });

	test.each(SJABLONEN.map(({ id, punten }) => [id, punten] as const))('with %s', (id, punten) => {
		expect(begin(id)).toEqual({ gevuld: true });
		expect(titels()).toEqual(punten.map(({ titel }) => titel));
	});

	test('two at once: one sjabloon, once', () => {
		begin('leerkring');
		expect(begin('evaluatie', w.trekker)).toEqual({ gevuld: false });
		expect(titels()).toHaveLength(4);
		expect(() => begin('bestaatniet')).toThrow(Invalid);
	});

	test('what is still open comes first, and is asked about as long as it is not there', () => {
		w.schrijf(w.lid, actie('actieaaaaaaaaaaaaaaa', 'Yıldız belt de huismeester'));
		readDocument(w.naam, (live) => projectVerslag(w.id, live, []));
		const bijeenkomstId = andere();
		expect(detailAgenda(w.lid, bijeenkomstId).openActies).toBe(1);
		createPunt(w.lid, { bijeenkomstId, ...leeg, titel: 'Iets anders' });
		createTerugblik(w.lid, { bijeenkomstId });
		createTerugblik(w.trekker, { bijeenkomstId });
		const { punten, openActies } = detailAgenda(w.lid, bijeenkomstId);
		expect(punten.map(({ titel }) => titel)).toEqual(['Wat leerde het ons?', 'Iets anders']);
		expect(punten[0]!.soort).toBe('acties');
		expect(openActies).toBe(0);
	});

	test('as another agenda, that stays as it was', () => {
		maak('Een', { minuten: 10, wie: 'Joke', uitleg: 'u', stukken: 's' });
		maak('Twee');
		const naar = andere();
		copyAgenda(w.lid, { van: w.id, naar });
		expect(detailAgenda(w.lid, naar).punten).toMatchObject([
			{ titel: 'Een', minuten: 10, wie: 'Joke', uitleg: 'u', stukken: 's', staat: 'straks' },
			{ titel: 'Twee' },
		]);
		expect(() => copyAgenda(w.lector, { van: w.id, naar })).toThrow(Forbidden);
		expect(titels()).toHaveLength(2);
	});
});

describe('own sjablonen', () => {
	const bewaar = (naam: string, voor: 'team' | 'werkplaats' = 'team', actor: Actor = w.lid) =>
		createSjabloon(actor, { bijeenkomstId: w.id, naam, voor }).id;

	test('are of a team or of the werkplaats, by one name once', () => {
		expect(() => bewaar('leeg')).toThrow(Invalid);
		maak('Een', { minuten: 5, wie: 'Joke', uitleg: 'Neem koekjes mee.' });
		for (const actor of [w.agendalid, w.lector, w.observator])
			expect(() => bewaar('mijn', 'team', actor)).toThrow(Forbidden);
		expect(() => bewaar('mijn', 'werkplaats')).toThrow(Forbidden);
		const id = bewaar('Onze ronde');
		expect(() => bewaar('Onze ronde')).toThrow(Invalid);
		bewaar('Onze ronde', 'werkplaats', w.coordinator);
		const nieuw = andere();
		createAgenda(w.lid, { bijeenkomstId: nieuw, sjabloon: id });
		const [punt] = detailAgenda(w.lid, nieuw).punten;
		expect(punt).toMatchObject({ titel: 'Een', minuten: 5, uitleg: 'Neem koekjes mee.', wie: '' });
		expect(() => removeSjabloon(w.lector, { sjabloonId: id })).toThrow(Forbidden);
		removeSjabloon(w.lid, { sjabloonId: id });
		expect(() => removeSjabloon(w.lid, { sjabloonId: id })).toThrow(NotFound);
	});

	test('of a team are offered to that team alone; what fits the kind comes first', () => {
		maak('Een');
		bewaar('Onze ronde');
		const elders = createBijeenkomst(w.systeem, {
			...{ titel: 'Elders', datum: null, begin: '', eind: '', plaats: '' },
			leeromgevingId: maakTeam(w.systeem, { naam: 'Een ander team' }),
		}).id;
		const namen = (id: string) =>
			listSjablonen(w.coordinator, id).sjablonen.map(({ naam }) => naam);
		expect(namen(w.id)).toContain('Onze ronde');
		expect(namen(elders)).not.toContain('Onze ronde');
		db().update(bijeenkomst).set({ soort: 'leerkring' }).where(eq(bijeenkomst.id, elders)).run();
		expect(namen(elders)[0]).toBe('Leerkring');
	});
});

test('a werkvorm that was used, and how it went', () => {
	const gebruik = { bijeenkomstId: w.id, werkvorm: 'wereldcafe', naam: '', hoeGingHet: 'Rustig' };
	const { id } = createGebruik(w.lid, gebruik);
	createGebruik(w.trekker, { ...gebruik, werkvorm: '', naam: 'Wandeling', hoeGingHet: '' });
	updateGebruik(w.trekker, { ...gebruik, id, hoeGingHet: 'Rustig, met koekjes' });
	expect(detailAgenda(w.lector, w.id).gebruik).toMatchObject([
		{ naam: 'Wereldcafé', hoeGingHet: 'Rustig, met koekjes' },
		{ naam: 'Wandeling' },
	]);
	expect(() => createGebruik(w.observator, gebruik)).toThrow(Forbidden);
	expect(() => updateGebruik(w.lid, { ...gebruik, bijeenkomstId: andere(), id })).toThrow(NotFound);
});
