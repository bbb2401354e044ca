import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { datum } from '#features/leeromgeving/test-team.ts';
import { kop, p } from '#features/verslag/test-tekst.ts';
import { verslagWereld, type VerslagWereld } from '#features/verslag/test-verslag.ts';
import { createControle, finaliseVerslag } from '#features/verslag/write.server.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { extendPunt, finaliseAgenda, nextPunt, pausePunt, startPunt } from './loop.write.server.ts';
import type { PuntNieuw } from './input.ts';
import { detailAgenda, detailBeamer, standAgenda } from './read.server.ts';
import { leeg } from './test-agenda.ts';
import { createPunt, movePunt, removePunt } from './write.server.ts';

const MINUUT = 60_000;
let w: VerslagWereld;
beforeEach(() => {
	vi.useFakeTimers({ now: new Date('2026-06-11T12:00:00Z'), toFake: ['Date'] });
	w = verslagWereld();
	const velden = { datum: datum('11 juni 2026'), begin: '14.00', eind: '15.00' };
	db().update(bijeenkomst).set(velden).where(eq(bijeenkomst.id, w.id)).run();
});
afterEach(() => {
	vi.useRealTimers();
});

const maak = (titel: string, part: Partial<PuntNieuw> = {}) =>
	createPunt(w.lid, { bijeenkomstId: w.id, ...leeg, titel, minuten: 20, ...part }).id;
const stand = (actor: Actor = w.lid) => standAgenda(actor, w.id);
const van = () => stand().loop?.id ?? '';
const verder = (actor: Actor = w.lid, loop = van()) =>
	nextPunt(actor, { bijeenkomstId: w.id, van: loop });
const nuTitel = () => stand().punten.find(({ staat }) => staat === 'nu')?.titel;
const staten = () => stand().punten.map(({ staat }) => staat);
const later = (minuten: number) => vi.setSystemTime(Date.now() + minuten * MINUUT);

describe('through the agenda', () => {
	test('one point after another, and then it is done', () => {
		['a', 'b'].forEach((titel) => maak(titel));
		expect(stand().fase).toBe('voor');
		expect(verder()).toEqual({ verder: true });
		expect(staten()).toEqual(['nu', 'straks']);
		verder(w.trekker);
		expect(staten()).toEqual(['klaar', 'nu']);
		verder();
		expect(staten()).toEqual(['klaar', 'klaar']);
		expect(stand().fase).toBe('na');
		expect(() => verder()).toThrow(Invalid);
		maak('nog iets');
		verder();
		expect(nuTitel()).toBe('nog iets');
	});

	test('two who press at once move one point', () => {
		['a', 'b', 'c'].forEach((titel) => maak(titel));
		verder();
		const gezien = van();
		expect(verder(w.lid, gezien)).toEqual({ verder: true });
		expect(verder(w.trekker, gezien)).toEqual({ verder: false });
		expect(nuTitel()).toBe('b');
		expect(startPunt(w.trekker, { bijeenkomstId: w.id, van: '', punt: '' })).toEqual({
			verder: false,
		});
	});

	test('the next one is what stands there now, without what was taken away', () => {
		const [a, b, c] = ['a', 'b', 'c'].map((titel) => maak(titel));
		verder();
		removePunt(w.lid, { bijeenkomstId: w.id, id: b! });
		movePunt(w.lid, { bijeenkomstId: w.id, id: c!, na: '' });
		verder();
		expect(stand().fase).toBe('na');
		expect(stand().punten.map(({ id, staat }) => [id, staat])).toEqual([
			[c, 'straks'],
			[a, 'klaar'],
		]);
	});

	test('to a point of choice; the one at hand stays on the agenda', () => {
		const [a, , c] = ['a', 'b', 'c'].map((titel) => maak(titel));
		const naar = (punt: string) => startPunt(w.lid, { bijeenkomstId: w.id, van: van(), punt });
		naar(c!);
		expect(nuTitel()).toBe('c');
		expect(naar(c!)).toEqual({ verder: false });
		expect(() => removePunt(w.lid, { bijeenkomstId: w.id, id: c! })).toThrow(Invalid);
		removePunt(w.lid, { bijeenkomstId: w.id, id: a! });
		expect(() => naar(a!)).toThrow(NotFound);
		finaliseAgenda(w.lid, { bijeenkomstId: w.id, van: van() });
		expect(stand().fase).toBe('na');
	});

	test('is for who may edit it', () => {
		maak('a');
		const at = { bijeenkomstId: w.id, van: '' };
		for (const actor of [w.lector, w.observator, w.agendalid]) {
			expect(() => nextPunt(actor, at)).toThrow(Forbidden);
			expect(() => startPunt(actor, { ...at, punt: '' })).toThrow(Forbidden);
			expect(() => finaliseAgenda(actor, at)).toThrow(Forbidden);
			expect(() => pausePunt(actor, { ...at, klok: 'stil' })).toThrow(Forbidden);
			expect(() => extendPunt(actor, { ...at, extra: 1 })).toThrow(Forbidden);
		}
		expect(() => nextPunt(w.buiten, at)).toThrow(NotFound);
	});
});

describe('the clock', () => {
	const klok = (staat: 'stil' | 'loopt') =>
		pausePunt(w.lid, { bijeenkomstId: w.id, van: van(), klok: staat });

	test('as planned, then as it goes: late, in a pause, with a minute more', () => {
		['a', 'b', 'c'].forEach((titel) => maak(titel));
		const tijden = () => stand().punten.map(({ begin }) => begin);
		expect(tijden()).toEqual(['14.00', '14.20', '14.40']);
		later(5);
		verder();
		expect(tijden()).toEqual(['14.05', '14.25', '14.45']);
		later(10);
		klok('stil');
		later(5);
		expect(stand().loop).toMatchObject({ begonnen: '14.05', tot: '14.30' });
		klok('stil');
		klok('loopt');
		klok('loopt');
		expect(stand().loop).toMatchObject({ gepauzeerdOp: null, gepauzeerdMs: 5 * MINUUT });
		later(1);
		klok('stil');
		later(2);
		klok('loopt');
		expect(stand().loop!.gepauzeerdMs).toBe(7 * MINUUT);
		const erbij = (extra: number, actor: Actor = w.lid) =>
			extendPunt(actor, { bijeenkomstId: w.id, van: van(), extra });
		erbij(1);
		erbij(1, w.trekker);
		expect(stand().loop).toMatchObject({ extraMinuten: 1, tot: '14.33' });
		erbij(2);
		expect(stand().loop!.extraMinuten).toBe(2);
		erbij(500);
		expect(stand().loop!.extraMinuten).toBe(3);
	});

	test('a point of which nobody said how long has none', () => {
		maak('a', { minuten: null });
		verder();
		expect(stand().loop).toMatchObject({ minuten: null, begonnen: '14.00', tot: '' });
	});

	test('whether it fits in the bijeenkomst', () => {
		['a', 'b', 'c', 'd'].forEach((titel) => maak(titel));
		expect(detailAgenda(w.lid, w.id).past).toEqual({ duur: 60, samen: 80, teVeel: 20 });
		db().update(bijeenkomst).set({ eind: '' }).where(eq(bijeenkomst.id, w.id)).run();
		expect(detailAgenda(w.lid, w.id).past).toBeNull();
	});
});

describe('its place in the verslag', () => {
	const koppen = () =>
		(w.tekst().content ?? [])
			.filter(({ type }) => type === 'heading')
			.map(({ content, attrs }) => [content?.[0]?.text, attrs?.['agendapunt'] ?? null]);

	test('is a heading, put in when the point begins, and once', () => {
		const [a, b] = ['a', 'b'].map((titel) => maak(titel));
		verder();
		verder();
		startPunt(w.lid, { bijeenkomstId: w.id, van: van(), punt: a! });
		expect(koppen()).toEqual([
			['a', a],
			['b', b],
		]);
		expect(w.tekst().content?.map(({ type }) => type)).toEqual(['heading', 'heading', 'paragraph']);
	});

	test('stands before what comes later, also when that was first', () => {
		const [, b] = ['a', 'b'].map((titel) => maak(titel));
		startPunt(w.lid, { bijeenkomstId: w.id, van: '', punt: b! });
		w.schrijf(w.lid, ...(w.tekst().content ?? []).slice(0, 1), p('Over b.'));
		startPunt(w.lid, { bijeenkomstId: w.id, van: van(), punt: stand().punten[0]!.id });
		expect(koppen().map(([titel]) => titel)).toEqual(['a', 'b']);
	});

	test('is the heading that stands there with those words; a break has none', () => {
		w.schrijf(w.lid, kop('Delen'), p('Er stond al iets.'));
		const delen = maak('Delen');
		maak('Even pauze', { soort: 'pauze' });
		verder();
		verder();
		expect(koppen()).toEqual([['Delen', delen]]);
	});

	test('is left out by who may not write there; the agenda goes on all the same', () => {
		maak('a');
		w.schrijf(w.lid, p('Een woord.'));
		createControle(w.trekker, { bijeenkomstId: w.id });
		verder(w.lid);
		expect(koppen()).toEqual([]);
		finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
		maak('b');
		verder(w.trekker);
		expect(nuTitel()).toBe('b');
		expect(koppen()).toEqual([]);
	});
});

describe('the beamer', () => {
	test('says nobody\u2019s name, and of a story only how people talk about it', () => {
		maak('Binnenkomen', { wieId: w.trekker.persoonId, uitleg: 'Geheim', stukken: 'Ook geheim' });
		maak('Het verhaal van mevrouw Jansen', { werkvorm: 'casuistiekbespreking', wie: 'Joke' });
		verder();
		const beeld = () => detailBeamer(w.lector, w.id);
		expect(beeld()).toMatchObject({
			punt: { titel: 'Binnenkomen' },
			straks: { titel: 'Casuïstiekbespreking' },
		});
		verder();
		expect(beeld().punt?.titel).toBe('Casuïstiekbespreking');
		expect(beeld().stappen).toContain('Wat werkt hier?');
		expect(JSON.stringify(beeld())).not.toMatch(/Jansen|Joke|[Gg]eheim|"wie\w*":/);
		expect(() => detailBeamer(w.buiten, w.id)).toThrow(NotFound);
	});

	test('at most six lines, with the point at hand and what came before it', () => {
		for (let n = 1; n <= 10; n++) maak(`punt ${n}`);
		const lijst = () => detailBeamer(w.lid, w.id).lijst.map(({ titel }) => titel);
		expect(lijst()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `punt ${n}`));
		for (let n = 1; n <= 4; n++) verder();
		expect(lijst()[0]).toBe('punt 3');
		for (let n = 5; n <= 10; n++) verder();
		expect(lijst()).toEqual([5, 6, 7, 8, 9, 10].map((n) => `punt ${n}`));
	});
});
