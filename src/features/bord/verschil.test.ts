import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNiets, schuifCaret, verschil, verschuif, type Wijziging } from './verschil.ts';

const pasToe = (text: string, { van, weg, erbij }: Wijziging) =>
	text.slice(0, van) + erbij + text.slice(van + weg);
/** Few letters, so that many are the same, and some that are two to a computer. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '🎈', '\n'), maxLength: 12 });

describe('what somebody did', () => {
	test.each<[string, string, number | undefined, Wijziging]>([
		['de brief', 'de blauwe brief', undefined, { van: 4, weg: 0, erbij: 'lauwe b' }],
		['de brief', 'de blauwe brief', 10, { van: 3, weg: 0, erbij: 'blauwe ' }],
		['aa', 'aaa', 1, { van: 0, weg: 0, erbij: 'a' }],
		['aa', 'aaa', 3, { van: 2, weg: 0, erbij: 'a' }],
		['aaa', 'aa', 1, { van: 1, weg: 1, erbij: '' }],
		['brief', '', 0, { van: 0, weg: 5, erbij: '' }],
		['', 'brief', 5, { van: 0, weg: 0, erbij: 'brief' }],
		['brief', 'brief', 2, { van: 5, weg: 0, erbij: '' }],
		['een 😀', 'een 😁', 6, { van: 4, weg: 2, erbij: '😁' }],
		['een 😀 meer', 'een 🐀 meer', 6, { van: 4, weg: 2, erbij: '🐀' }],
	])('%j → %j at %s', (oud, nieuw, caret, expected) => {
		const found = verschil(oud, nieuw, caret);
		if (oud === nieuw) return expect(isNiets(found)).toBe(true);
		expect(found).toEqual(expected);
	});
	test('makes the one text of the other, wherever the caret is said to be', () => {
		fc.assert(
			fc.property(text, text, fc.nat(14), (oud, nieuw, caret) => {
				const found = verschil(oud, nieuw, Math.min(caret, nieuw.length));
				expect(pasToe(oud, found)).toBe(nieuw);
				expect(found.weg).toBeGreaterThanOrEqual(0);
				// no half character is taken away, and none comes
				expect(found.erbij.isWellFormed()).toBe(true);
				expect(oud.slice(found.van, found.van + found.weg).isWellFormed()).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});
	test('finds one place that was typed in', () => {
		fc.assert(
			fc.property(text, text, fc.nat(99), (oud, erbij, at) => {
				const chars = [...oud];
				const van = chars.slice(0, at % (chars.length + 1)).join('').length;
				const nieuw = pasToe(oud, { van, weg: 0, erbij });
				const found = verschil(oud, nieuw, van + erbij.length);
				expect(found.weg).toBe(0);
				if (erbij) expect(found).toEqual({ van, weg: 0, erbij });
			}),
			{ numRuns: 2000 },
		);
	});
});

test.each<[number, Wijziging, number]>([
	[5, { van: 2, weg: 0, erbij: 'xx' }, 7],
	[5, { van: 5, weg: 0, erbij: 'xx' }, 5],
	[5, { van: 6, weg: 2, erbij: '' }, 5],
	[5, { van: 1, weg: 2, erbij: '' }, 3],
	[5, { van: 3, weg: 9, erbij: '' }, 3],
	[5, { van: 3, weg: 9, erbij: 'x' }, 4],
	[0, { van: 0, weg: 0, erbij: 'x' }, 0],
])('a caret at %s after %o stands at %s', (caret, wijziging, expected) => {
	expect(schuifCaret(caret, wijziging)).toBe(expected);
});

test('what I did meanwhile fits in what others made of it', () => {
	const hun = verschil('de brief', 'De grote brief');
	const mijn = verschil('de brief', 'de brieven', 10);
	expect(pasToe('De grote brief', verschuif(mijn, hun))).toBe('De grote brieven');
	fc.assert(
		fc.property(text, text, text, (oud, ik, zij) => {
			const [a, b] = [verschil(oud, ik), verschil(oud, zij)];
			const both = verschuif(a, b);
			expect(both.van + both.weg).toBeLessThanOrEqual(zij.length);
			expect(pasToe(zij, both)).toContain(a.erbij);
		}),
	);
});
