import { expect, test } from 'vitest';
import { leesTijd, minuut, tijdVan, toonTijden } from './tijd.ts';

test.each([
	['14', '14.00'],
	['9:30', '09.30'],
	['14u15', '14.15'],
	['14.00 uur', '14.00'],
	['9h05', '09.05'],
	['0930', '09.30'],
	['1400 uur', '14.00'],
	['2560', undefined],
	['930', undefined],
	['24.00', undefined],
	['14.75', undefined],
	['na de thee', undefined],
])('the time %s is %s', (geschreven, tijd) => {
	expect(leesTijd(geschreven)).toBe(tijd);
});

test('minutes after midnight and back, for each minute of a day', () => {
	for (let n = 0; n < 1440; n++) expect(minuut(tijdVan(n))).toBe(n);
	expect(tijdVan(1440)).toBe('00.00');
	expect(toonTijden({ begin: '14.00', eind: '16.00' })).toBe('14.00 – 16.00 uur');
	expect(toonTijden({ begin: '14.00', eind: '' })).toBe('14.00 uur');
});
