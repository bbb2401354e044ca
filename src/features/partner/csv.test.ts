import { expect, test } from 'vitest';
import { partnersCsv } from './csv.ts';
import { leesOp } from './opdag.ts';
import type { Partner } from './partnerschap.read.server.ts';

const partner = (naam: string, part: Partial<Partner> = {}): Partner => ({
	id: 'x',
	naam,
	soort: 'gemeente',
	trekker: false,
	koepel: null,
	via: null,
	van: null,
	tot: null,
	toezeggingMinuten: null,
	toezeggingIncash: null,
	...part,
});

test('a spreadsheet reads text as text, and no formula (AC-63)', () => {
	const namen = ['=1+1', '+31', '-2', '@som', 'Sarıkaş', '🙂', 'a;b', 'zegt "hoi"', '\t=1'];
	const [, ...rijen] = partnersCsv(namen.map((naam) => partner(naam))).split('\r\n');
	expect(rijen.map((rij) => rij.replace(/;gemeente.*/, ''))).toEqual([
		"'=1+1",
		"'+31",
		"'-2",
		"'@som",
		'Sarıkaş',
		'🙂',
		'"a;b"',
		'"zegt ""hoi"""',
		"'\t=1",
		'',
	]);
});

test('it starts with the mark of UTF-8 and shows numbers with a comma', () => {
	const van = {
		geschreven: 'eind 2018',
		eerste: '2018-10-01',
		dag: '2018-12-31',
		laatste: '2018-12-31',
		aangenomen: true,
	};
	const csv = partnersCsv([
		partner('Dock', { van, toezeggingMinuten: 69150, toezeggingIncash: 250050 }),
	]);
	expect(csv.charCodeAt(0)).toBe(0xfeff);
	expect(csv).toContain('Dock;gemeente;;eind 2018;2018-12-31;;;1152,5;2500,50');
});

test.each([
	[null, { dag: '2026-11-21', op: '21 november 2026' }],
	['  ', { dag: '2026-11-21', op: '21 november 2026' }],
	['1 oktober 2018', { dag: '2018-10-01', op: '1 oktober 2018' }],
	['eind 2018', { dag: '2018-12-31', op: 'eind 2018' }],
])('the day of %s', (getypt, expected) => {
	expect(leesOp(getypt, '2026-11-21')).toEqual(expected);
});

test.each(['29 februari 2019', 'gisteren', '<script>', 'x'.repeat(10_000)])(
	'%s is refused with a sentence, and what was typed stays',
	(getypt) => {
		const { dag, op, fout } = leesOp(getypt, '2026-11-21');
		expect(dag).toBe('2026-11-21');
		expect(getypt.startsWith(op)).toBe(true);
		expect(fout).toMatch(/\.|\?/);
	},
);
