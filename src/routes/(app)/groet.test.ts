import { expect, test } from 'vitest';
import { datumRegel, groet } from './groet.ts';

test.each([
	['2026-06-11T03:59:00Z', 'Goedenacht'],
	['2026-06-11T04:00:00Z', 'Goedemorgen'],
	['2026-06-11T10:00:00Z', 'Goedemiddag'],
	['2026-06-11T16:00:00Z', 'Goedenavond'],
	['2026-01-11T11:00:00Z', 'Goedemiddag'],
	['2026-01-11T10:59:00Z', 'Goedemorgen'],
])('at %s it is %s in Amsterdam', (at, expected) => {
	expect(groet(new Date(at))).toBe(expected);
});

test('the day is that of Amsterdam', () => {
	expect(datumRegel(new Date('2026-06-10T22:30:00Z'))).toBe('Donderdag 11 juni 2026');
});
