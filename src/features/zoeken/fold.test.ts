import { expect, test } from 'vitest';
import { matches } from './fold.ts';

test.each([
	['Sarıkaş', 'sarikas'],
	['Jordačović', 'JORDACOVIC'],
	['Mustáfá Kálo', 'kalo must'],
	['Intergenerationele overdracht', 'overdracht inter'],
	['Kenniscafé', 'cafe'],
])('%s is found by %s', (text, query) => {
	expect(matches(text, query)).toBe(true);
});

test('every word has to be there', () => {
	expect(matches('Samenspel informeel', 'samenspel formele')).toBe(false);
});
