import { expect, it } from 'vitest';
import { initials, TINTS, tintOf } from './initials.ts';

it.each([
	['Joke van Dalen', 'JD'],
	['Yıldız Kaya', 'YK'],
	['ijsbrand', 'I'],
	['  Peter-Jan   Smit ', 'PS'],
	['Fatima (bewoner)', 'FB'],
	['', '?'],
])('%s is %s', (name, expected) => {
	expect(initials(name)).toBe(expected);
});

it('gives a name one tint, within the tints there are', () => {
	for (const name of ['Joke', 'Sanne de Wit', 'Ünal', '']) {
		expect(tintOf(name)).toBe(tintOf(name));
		expect(tintOf(name)).toBeGreaterThanOrEqual(1);
		expect(tintOf(name)).toBeLessThanOrEqual(TINTS);
	}
});
