import { expect, test } from 'vitest';
import { naamMetVroeger, naamOp } from './naam.ts';
import { datum } from './test-team.ts';

const namen = [
	{ naam: 'Intergenerationele overdracht', van: datum('1 januari 2019'), reden: 'past beter' },
	{ naam: 'Intergenerationele problematiek', van: null, reden: '' },
];

test('a verslag of 2018 shows the old name, a list in 2019 the new one', () => {
	expect(naamOp(namen, '2018-12-31')).toBe('Intergenerationele problematiek');
	expect(naamOp(namen, '2019-01-01')).toBe('Intergenerationele overdracht');
});

test('a report can print what it was called before', () => {
	expect(naamMetVroeger(namen, '2019-06-01')).toBe(
		'Intergenerationele overdracht (tot 2019: Intergenerationele problematiek)',
	);
	expect(naamMetVroeger(namen, '2018-06-01')).toBe('Intergenerationele problematiek');
});
