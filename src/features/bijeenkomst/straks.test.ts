import { expect, test } from 'vitest';
import { straks } from './straks.ts';

test.each([
	['13.40', 'Begint over 20 minuten'],
	['13.59', 'Begint over 1 minuut'],
	['14.00', 'Begint nu'],
	['09.00', 'Begint over 5 uur'],
	['14.01', 'Is nu bezig'],
	['16.29', 'Is nu bezig'],
	['16.30', 'Is geweest'],
])('at %s: %s', (nu, zin) => {
	const minuten = Number(nu.slice(0, 2)) * 60 + Number(nu.slice(3));
	expect(straks({ begin: '14.00', eind: '16.30' }, minuten)).toBe(zin);
});

test('without an end or an hour less is known', () => {
	expect(straks({ begin: '14.00', eind: '' }, 900)).toBe('Is begonnen');
	expect(straks({ begin: '', eind: '' }, 900)).toBe('');
});
