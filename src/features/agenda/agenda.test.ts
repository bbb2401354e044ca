import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWoorden, resterend } from '#features/datum/klok.ts';
import { beginTijden, teVeel } from './tijden.ts';
import { tussen } from '#ui/volgorde.ts';

describe('a place between two points', () => {
	const key = fc.stringMatching(/^[a-z]{0,4}[b-z]$/);

	test('is always strictly between, and leaves room on both sides', () => {
		fc.assert(
			fc.property(fc.option(key), fc.option(key), (a, b) => {
				const [voor, na] = a !== null && b !== null && a > b ? [b, a] : [a, b];
				fc.pre(voor === null || voor !== na);
				const plek = tussen(voor, na);
				expect(plek).toMatch(/^[a-z]*[b-z]$/);
				if (voor !== null) expect(plek > voor).toBe(true);
				if (na !== null) expect(plek < na).toBe(true);
			}),
		);
	});

	test('grows slowly, wherever the next one is put', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(), { minLength: 100, maxLength: 100 }), (plekken) => {
				const keys: string[] = [];
				for (const n of plekken) {
					const at = n % (keys.length + 1);
					keys.splice(at, 0, tussen(keys[at - 1] ?? null, keys[at] ?? null));
				}
				expect([...keys].sort()).toEqual(keys);
				expect(new Set(keys).size).toBe(100);
			}),
		);
		for (const at of ['begin', 'eind'] as const) {
			let plek = tussen(null, null);
			for (let n = 0; n < 100; n++) plek = at === 'begin' ? tussen(null, plek) : tussen(plek, null);
			expect(plek.length).toBeLessThan(10);
		}
	});

	test('of two with one key the new one comes after both', () => {
		expect(tussen('n', 'n') > 'n').toBe(true);
	});
});

describe('when points begin', () => {
	const punten = [
		{ id: 'a', minuten: 10 },
		{ id: 'b', minuten: null },
		{ id: 'c', minuten: 30 },
		{ id: 'd', minuten: 15 },
	];
	test('as planned, and nowhere as long as there is no begin', () => {
		expect(beginTijden(punten, '14.00')).toEqual(['14.00', '14.10', '14.10', '14.40']);
		expect(beginTijden(punten, '')).toEqual(['', '', '', '']);
	});
	test('from the point at hand as it goes', () => {
		const nu = { puntId: 'c', begonnen: '14.25', tot: '15.00' };
		expect(beginTijden(punten, '14.00', nu)).toEqual(['14.00', '14.10', '14.25', '15.00']);
		expect(beginTijden(punten, '', nu)).toEqual(['', '', '14.25', '15.00']);
	});
	test('how much too long it is; a break is a point of its own', () => {
		const deel = { id: null, dag: '2026-06-11', begin: '14.00', eind: '14.45' };
		const pauzes = [{ begin: '14.10', eind: '14.20' }];
		expect(teVeel(punten, { ...deel, pauzes })).toBe(10);
		expect(teVeel(punten.slice(0, 2), { ...deel, pauzes: [] })).toBe(0);
	});
});

describe('what is left', () => {
	const MINUUT = 60_000;
	const loop = { begonnenOp: 0, gepauzeerdOp: null, gepauzeerdMs: 0, extraMinuten: 0 };
	test('the clock stands still in a pause, also in the one that is over, and gets what is added', () => {
		expect(resterend(loop, 20, 5 * MINUUT)).toBe(15 * MINUUT);
		expect(resterend({ ...loop, gepauzeerdOp: 2 * MINUUT }, 20, 9 * MINUUT)).toBe(18 * MINUUT);
		expect(resterend({ ...loop, gepauzeerdMs: 3 * MINUUT }, 20, 5 * MINUUT)).toBe(18 * MINUUT);
		expect(resterend({ ...loop, extraMinuten: 1 }, 20, 25 * MINUUT)).toBe(-4 * MINUUT);
	});
	test.each([
		[18 * MINUUT, 'nog 18 minuten'],
		[18 * MINUUT + 59_999, 'nog 18 minuten'],
		[MINUUT, 'nog 1 minuut'],
		[59_999, 'nog geen minuut'],
		[0, 'De tijd is om. Rond rustig af.'],
		[-MINUUT, 'De tijd is om. Rond rustig af.'],
	])('%i ms: %s', (ms, zin) => {
		expect(inWoorden(ms)).toBe(zin);
	});
});
