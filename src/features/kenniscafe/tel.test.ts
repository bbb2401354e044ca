import { describe, expect, test } from 'vitest';
import { bezoekenIn, schuiftOp, telBezoek, wachtlijst } from './tel.ts';

describe('visitors by category', () => {
	test('need not add up to the total: what is missing is unknown', () => {
		const geteld = telBezoek({ totaal: 30, bezoek: { student: 8, gemeente: 20 }, tikken: {} });
		expect(geteld).toEqual({
			rijen: [
				{ categorie: 'gemeente', aantal: 20 },
				{ categorie: 'student', aantal: 8 },
				{ categorie: 'onbekend', aantal: 2 },
			],
			totaal: 30,
			som: 28,
			waarschuwing: 'De categorieën tellen op tot 28, het totaal is 30. Bij 2 weten we het niet.',
		});
	});
	test('more than the total is said; what was written goes before what was tapped', () => {
		const teVeel = telBezoek({ totaal: 5, bezoek: { bewoner: 8 }, tikken: { bewoner: 99 } });
		expect(teVeel.rijen).toEqual([{ categorie: 'bewoner', aantal: 8 }]);
		expect(teVeel.waarschuwing).toBe(
			'De categorieën tellen op tot 8, het totaal is 5. Kijk de aantallen na.',
		);
		expect(telBezoek({ totaal: null, bezoek: {}, tikken: { bewoner: 3 } })).toMatchObject({
			totaal: 3,
			waarschuwing: '',
		});
	});
	test('a total alone is no riddle, nobody counted is not zero, and none came is', () => {
		expect(telBezoek({ totaal: 30, bezoek: {}, tikken: {} })).toMatchObject({
			rijen: [],
			totaal: 30,
			waarschuwing: '',
		});
		expect(telBezoek({ totaal: null, bezoek: {}, tikken: {} }).totaal).toBeNull();
		expect(telBezoek({ totaal: 0, bezoek: {}, tikken: {} }).totaal).toBe(0);
	});
});

describe('visits to many', () => {
	const ids = (letter: string, n: number) => Array.from({ length: n }, (_, i) => `${letter}${i}`);
	const eerste = ids('a', 2);
	const tien = ids('b', 10);
	const vier = ids('c', 4);
	const totalen = [
		{ aantal: 42, circa: false, van: eerste },
		{ aantal: 387, circa: false, van: [...tien, ...vier] },
		{ aantal: 261, circa: false, van: tien },
	];
	const eigen = new Map(tien.map((id) => [id, { aantal: 20, circa: false }]));
	const tel = (selectie: string[]) => bezoekenIn(selectie, eigen, totalen);

	test.each([
		['the first periode', eerste, 42, '42'],
		['the second', [...vier, ...tien], 387, '387'],
		['the ten of the magazine', tien, 261, '261'],
		['the four others', vier, 126, '387 − 261'],
		['all', [...eerste, ...tien, ...vier], 429, '42 + 387'],
		['the first and the four others', [...vier, ...eerste], 168, '387 − 261 + 42'],
	])('%s', (_which, selectie, aantal, hoe) => {
		expect(tel(selectie)).toEqual({ aantal, circa: false, tenMinste: false, hoe });
	});
	test('totals and own numbers add up; of who nobody counted it is a least', () => {
		expect(tel([...tien, ...vier, ...eerste.slice(0, 1)])).toEqual({
			aantal: 387,
			circa: false,
			tenMinste: true,
			hoe: '387',
		});
		const eigenEen = new Map([...eigen, ['x', { aantal: 30, circa: true }]]);
		expect(bezoekenIn([...tien, 'x', ...eerste], eigenEen, totalen)).toEqual({
			aantal: 333,
			circa: true,
			tenMinste: false,
			hoe: '261 + 42 + 30',
		});
	});
	test('totals that overlap in very many ways take no time', () => {
		const veel = ids('d', 60);
		const overlap = veel.flatMap((_, n) =>
			[2, 3, 5, 7].map((k) => ({ aantal: k, circa: false, van: veel.slice(n, n + k) })),
		);
		expect(bezoekenIn(veel, new Map(), overlap).tenMinste).toBe(false);
	});
	test('else their own numbers; one without makes it a least', () => {
		expect(tel(tien.slice(0, 3))).toEqual({ aantal: 60, circa: false, tenMinste: false, hoe: '' });
		expect(tel([tien[0]!, eerste[0]!])).toMatchObject({ aantal: 20, tenMinste: true });
		expect(tel([])).toMatchObject({ aantal: 0, tenMinste: false });
	});
});

describe('who has a place', () => {
	const rij = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
	test('in the order in which they came', () => {
		expect(wachtlijst(rij, 2)).toEqual({
			geplaatst: ['a', 'b'],
			wacht: [
				{ id: 'c', plaats: 1 },
				{ id: 'd', plaats: 2 },
			],
		});
		expect(wachtlijst(rij, null).wacht).toEqual([]);
	});
	test('moves up when somebody does not come, or when there is more room', () => {
		const zonderA = rij.slice(1);
		expect(schuiftOp(rij, zonderA, { was: 2, is: 2 })).toEqual(['c']);
		expect(schuiftOp(rij, rij, { was: 2, is: null })).toEqual(['c', 'd']);
		expect(schuiftOp(rij, rij.slice(0, 3), { was: 2, is: 2 })).toEqual([]);
	});
});
