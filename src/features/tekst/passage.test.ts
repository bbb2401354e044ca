import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citaatFromHash, citaatOf, passageHash } from './passage.ts';

test('a link carries the words to look for, whatever they are', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 80 }), (text) => {
			const citaat = citaatOf(text);
			expect(citaatFromHash(passageHash(citaat))).toBe(citaat || undefined);
		}),
	);
});

test('whole words, and not more than are needed', () => {
	expect(citaatOf('een  twee\ndrie', 5)).toBe('twee drie');
	const long = citaatOf('woord '.repeat(40), 6);
	expect(long).toMatch(/^(woord )+woord$/);
	expect(long.length).toBeLessThanOrEqual(60);
});

test('an address of something else asks for no passage', () => {
	expect(citaatFromHash('#inhoud')).toBeUndefined();
	expect(citaatFromHash('')).toBeUndefined();
	expect(citaatFromHash('#tekst=%E0%A4%A')).toBeUndefined();
	expect(passageHash('a-b, c&d')).not.toMatch(/text=.*[-,&]/);
});
