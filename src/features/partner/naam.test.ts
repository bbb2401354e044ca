import { expect, test } from 'vitest';
import { kern, lijktOp } from './naam.ts';

test.each([
	['WMO Radar', 'Wmo-Radar'],
	['Wmo Radar', 'wmoradar'],
	['Gemeente Rotterdam', 'Rotterdam'],
	['Stichting Sarıkaş', 'sarikas'],
	['Zorg & Welzijn', 'Zorg en welzijn'],
	['Café Ⅱ', 'cafe II'],
])('%s may be the same as %s', (a, b) => {
	expect(kern(a)).toBe(kern(b));
});

test.each([
	['Hogeschool Rotterdam', 'Rotterdam'],
	['Spoor 22', 'Spoor 23'],
	['🙂', '🎉'],
	['Gemeente', ''],
])('%s is not %s', (a, b) => {
	expect(kern(a)).not.toBe(kern(b));
});

test('an alias counts as a name, and nobody looks like itself', () => {
	const radar = { id: '1', naam: 'WMO Radar', aliassen: ['Radar Wmo'] };
	const zelfde = { id: '2', naam: 'radar-wmo', aliassen: [] };
	const ander = { id: '3', naam: 'RADAR', aliassen: [] };
	expect(lijktOp(radar, [radar, zelfde, ander])).toEqual([zelfde]);
	expect(lijktOp(zelfde, [radar, zelfde, ander])).toEqual([radar]);
});
