import { safeParse } from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { createBriefje, removeBriefje } from './briefje.write.server.ts';
import { removeKlok, extendKlok, pauseKlok, resumeKlok, startKlok } from './klok.write.server.ts';
import {
	assignRegie,
	createRegie,
	createUitlicht,
	moveFase,
	publishBriefjes,
	updateSlot,
	updateStil,
} from './regie.write.server.ts';
import { rightOf } from './live.server.ts';
import { KlokInput } from './regie.input.ts';
import { detailBord } from './read.server.ts';
import { standVan } from './stand.server.ts';
import { bordRow } from './rows.server.ts';
import { bordWereld, type BordWereld } from './test-regie.ts';

let w: BordWereld;
beforeEach(() => {
	vi.useFakeTimers({ now: new Date('2026-06-11T12:00:00Z'), toFake: ['Date'] });
	w = bordWereld();
});
afterEach(() => void vi.useRealTimers());

const MINUUT = 60_000;
const waar = () => ({ bordId: w.id });
const schrijf = (actor: Actor, tekst: string) =>
	createBriefje(actor, { ...waar(), id: '', tekst, soort: '', fase: undefined }).id;
const open = () => w.beeld().briefjes.map(({ tekst }) => tekst);
const stand = () => w.beeld().stand;
/** What is on the screens is what the rows say. */
const gelijk = () => expect(stand()).toEqual(standVan(bordRow(w.id)!));
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('who holds regie', () => {
	test('is who made the bord; everything else of regie is refused to everybody else', () => {
		expect(stand().regie).toBe(w.trekker.persoonId);
		const acts: ((actor: Actor) => void)[] = [
			(actor) => moveFase(actor, { ...waar(), naar: 'doen' }),
			(actor) => updateStil(actor, { ...waar(), stil: true }),
			(actor) => updateSlot(actor, { ...waar(), slot: true }),
			(actor) => publishBriefjes(actor, waar()),
			(actor) => createUitlicht(actor, { ...waar(), briefjeId: '' }),
			(actor) => startKlok(actor, { ...waar(), minuten: 5 }),
			(actor) => extendKlok(actor, waar()),
			(actor) => assignRegie(actor, { ...waar(), naar: w.lid.persoonId }),
		];
		const mensen = [w.begeleider, w.lid, w.observator, w.lector, w.gast()];
		const buiten = [w.buiten, w.gast('Ali', w.maak())];
		const voor = stand();
		for (const act of acts) {
			for (const actor of mensen) expect(() => act(actor)).toThrow(Forbidden);
			for (const actor of buiten) expect(() => act(actor)).toThrow(NotFound);
		}
		expect(stand()).toEqual(voor);
	});

	test('another who leads takes it while the clock runs on, and the first has nothing more to say', () => {
		startKlok(w.trekker, { ...waar(), minuten: 8 });
		const { klokTot } = stand();
		later(2 * MINUUT);
		createRegie(w.begeleider, waar());
		expect(stand()).toMatchObject({ regie: w.begeleider.persoonId, klokTot });
		expect(() => pauseKlok(w.trekker, waar())).toThrow(Forbidden);
		pauseKlok(w.begeleider, waar());
		expect(stand()).toMatchObject({ klokTot: null, klokRest: 6 * MINUUT });
		createRegie(w.trekker, waar());
		expect(stand().regie).toBe(w.trekker.persoonId);
		for (const actor of [w.lid, w.student, w.observator, w.lector, w.gast()])
			expect(() => createRegie(actor, waar())).toThrow(Forbidden);
		gelijk();
	});

	test('gives it to somebody with a seat in the team, and to nobody else', () => {
		for (const naar of [w.observator.persoonId, w.buiten.persoonId, 'nobodynobodynobodyno'])
			expect(() => assignRegie(w.trekker, { ...waar(), naar })).toThrow(Invalid);
		const kan = detailBord(w.trekker, w.id).mensen.filter(({ zit }) => zit);
		const ids = kan.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining([w.lid.persoonId, w.student.persoonId]));
		expect(ids).not.toContain(w.observator.persoonId);
		assignRegie(w.trekker, { ...waar(), naar: w.student.persoonId });
		moveFase(w.student, { ...waar(), naar: 'duiden' });
		expect(stand()).toMatchObject({ regie: w.student.persoonId, fase: 'duiden' });
		expect(detailBord(w.student, w.id).may).toMatchObject({ regie: true, neemRegie: false });
		expect(detailBord(w.trekker, w.id).may).toMatchObject({ regie: false, neemRegie: true });
	});
});

describe('writing for oneself', () => {
	beforeEach(() => updateStil(w.trekker, { ...waar(), stil: true }));

	test('is on no screen and in no row of the table until it is laid open, then all at once', () => {
		const gast = w.gast();
		schrijf(gast, 'Geheim een');
		schrijf(w.lid, 'Geheim twee');
		expect(open()).toEqual([]);
		expect(stand()).toMatchObject({ stil: true, geschreven: 2, deelnemers: 2 });
		gelijk();
		expect(publishBriefjes(w.trekker, waar())).toEqual({ aantal: 2 });
		expect(open().toSorted()).toEqual(['Geheim een', 'Geheim twee']);
		expect(w.beeld().briefjes.every(({ wie }) => wie === '')).toBe(true);
		expect(stand().stil).toBe(false);
		expect(publishBriefjes(w.trekker, waar())).toEqual({ aantal: 0 });
		gelijk();
	});

	test('outlives a phase: forward and back it is still hidden, and of its own phase', () => {
		schrijf(w.lid, 'Nog niet klaar');
		moveFase(w.trekker, { ...waar(), naar: 'duiden' });
		expect(stand()).toMatchObject({ fase: 'duiden', geschreven: 0 });
		expect(publishBriefjes(w.trekker, waar())).toEqual({ aantal: 0 });
		expect(open()).toEqual([]);
		moveFase(w.trekker, { ...waar(), naar: 'delen' });
		expect(stand()).toMatchObject({ fase: 'delen', geschreven: 1 });
		expect(open()).toEqual([]);
		publishBriefjes(w.trekker, waar());
		expect(w.beeld().briefjes).toMatchObject([{ tekst: 'Nog niet klaar', fase: 'delen' }]);
		gelijk();
	});

	test('holds for who was still writing when the phase moved on, not for one who comes after Leg open', () => {
		const laat = (tekst: string) =>
			createBriefje(w.student, { ...waar(), id: '', tekst, soort: '', fase: 'delen' });
		schrijf(w.lid, 'Op tijd');
		moveFase(w.trekker, { ...waar(), naar: 'duiden' });
		expect(laat('Nog bezig').open).toBe(false);
		expect(open()).toEqual([]);
		moveFase(w.trekker, { ...waar(), naar: 'delen' });
		publishBriefjes(w.trekker, waar());
		moveFase(w.trekker, { ...waar(), naar: 'duiden' });
		updateStil(w.trekker, { ...waar(), stil: true });
		expect(laat('Na afloop').open).toBe(true);
		expect(open().toSorted()).toEqual(['Na afloop', 'Nog bezig', 'Op tijd']);
	});

	test('a phase that was not laid open begins anew for who writes after it', () => {
		moveFase(w.trekker, { ...waar(), naar: 'duiden' });
		moveFase(w.trekker, { ...waar(), naar: 'delen' });
		expect(stand().stil).toBe(true);
		schrijf(w.lid, 'Nog steeds voor mezelf');
		expect(open()).toEqual([]);
	});

	test('comes on the table in another order than it was written', () => {
		const teksten = Array.from({ length: 12 }, (_, n) => `briefje ${n}`);
		for (const tekst of teksten) schrijf(w.lid, tekst);
		publishBriefjes(w.trekker, waar());
		expect(open()).not.toEqual(teksten);
		expect(open().toSorted()).toEqual(teksten.toSorted());
		expect(w.beeld().briefjes.map(({ nr }) => nr)).toEqual(teksten.map((_, n) => n + 1));
	});
});

describe('on all screens', () => {
	test('the question is the one of the phase', () => {
		const vragen = detailBord(w.lid, w.id).vragen;
		for (const fase of ['duiden', 'doen', 'delen'] as const) {
			moveFase(w.trekker, { ...waar(), naar: fase });
			expect(stand()).toMatchObject({ fase, vraag: vragen[fase] });
		}
	});

	test('a lock leaves only regie to lay down and to move', () => {
		updateSlot(w.trekker, { ...waar(), slot: true });
		expect(stand().slot).toBe(true);
		expect(() => schrijf(w.lid, 'Toch')).toThrow(Forbidden);
		expect(() => schrijf(w.gast(), 'Toch')).toThrow(Forbidden);
		schrijf(w.trekker, 'Dit nog');
		expect([w.trekker, w.lid, w.systeem].map((actor) => rightOf(actor, w.id))).toEqual([
			'schrijven',
			'lezen',
			'schrijven',
		]);
		updateSlot(w.trekker, { ...waar(), slot: false });
		schrijf(w.lid, 'Nu wel');
		expect(open()).toEqual(['Dit nog', 'Nu wel']);
		expect(rightOf(w.lid, w.id)).toBe('schrijven');
	});

	test('one briefje in the light, as long as it lies there', () => {
		const id = schrijf(w.lid, 'Kijk hier');
		const elders = w.maak();
		createUitlicht(w.trekker, { ...waar(), briefjeId: id });
		expect(stand().uitlicht).toBe(id);
		expect(() => createUitlicht(w.trekker, { bordId: elders, briefjeId: id })).toThrow(Invalid);
		removeBriefje(w.lid, { ...waar(), id });
		expect(stand().uitlicht).toBe('');
		expect(() => createUitlicht(w.trekker, { ...waar(), briefjeId: id })).not.toThrow();
		gelijk();
	});

	test('what is hidden is not put in the light', () => {
		updateStil(w.trekker, { ...waar(), stil: true });
		const id = schrijf(w.lid, 'Geheim');
		expect(() => createUitlicht(w.trekker, { ...waar(), briefjeId: id })).toThrow(Invalid);
	});
});

describe('the clock', () => {
	test.each(['0', '31', '-1', '1.5', 'acht', '', ' ', '1e1', 31, 0.5, NaN, null])(
		'does not run for %o minutes',
		(minuten) => {
			const { issues } = safeParse(KlokInput, { minuten });
			expect(issues?.map(({ message }) => message)).toContain('Kies 1 tot 30 minuten.');
		},
	);

	test('runs, stands still, goes on, gets a minute, and is taken away', () => {
		const nu = Date.now();
		startKlok(w.trekker, { ...waar(), minuten: 8 });
		expect(stand()).toMatchObject({ klokTot: nu + 8 * MINUUT, klokRest: null });
		later(3 * MINUUT);
		pauseKlok(w.trekker, waar());
		later(10 * MINUUT);
		resumeKlok(w.trekker, waar());
		expect(stand().klokTot).toBe(Date.now() + 5 * MINUUT);
		extendKlok(w.trekker, waar());
		expect(stand().klokTot).toBe(Date.now() + 6 * MINUUT);
		gelijk();
		removeKlok(w.trekker, waar());
		expect(stand()).toMatchObject({ klokTot: null, klokRest: null });
	});

	test('goes along to another phase, unless its time was over', () => {
		startKlok(w.trekker, { ...waar(), minuten: 2 });
		const { klokTot } = stand();
		moveFase(w.trekker, { ...waar(), naar: 'duiden' });
		expect(stand().klokTot).toBe(klokTot);
		later(3 * MINUUT);
		expect(stand().klokTot).toBe(klokTot);
		moveFase(w.trekker, { ...waar(), naar: 'doen' });
		expect(stand().klokTot).toBeNull();
	});
});
