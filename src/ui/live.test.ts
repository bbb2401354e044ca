import { expect, test } from 'vitest';
import { namesOf, typingText } from './live.ts';

const people = (...names: string[]) =>
	names.map((naam) => ({
		persoonId: naam,
		voornaam: naam.replace('*', ''),
		naam,
		kleur: 1,
		typing: naam.endsWith('*'),
		plek: '',
	}));

test.each([
	[['Jo'], ''],
	[['Jo*', 'Bo'], 'Jo is bezig met typen'],
	[['Jo*', 'Bo*'], 'Jo en Bo zijn bezig met typen'],
	[['Jo*', 'Bo*', 'Mo*', 'Flo'], '3 mensen zijn bezig met typen'],
])('%j: %s', (names, text) => expect(typingText(people(...names))).toBe(text));

test.each([
	[[], ''],
	[['Jo'], 'Jo'],
	[['Jo', 'Bo'], 'Jo en Bo'],
	[['Jo', 'Bo', 'Mo'], 'Jo, Bo en 1 ander'],
	[['Jo', 'Bo', 'Mo', 'Flo'], 'Jo, Bo en 2 anderen'],
])('%j is read as %j', (names, text) => expect(namesOf(people(...names), 2)).toBe(text));
