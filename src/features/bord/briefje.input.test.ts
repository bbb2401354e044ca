import * as v from 'valibot';
import { expect, test } from 'vitest';
import { BriefjeNieuw } from './briefje.input.ts';
import { PapierInput } from './papier.input.ts';

const tekst = (typed: string) => v.parse(BriefjeNieuw, { tekst: typed }).tekst;

test('keeps lines, and no more than one empty line between them', () => {
	expect(tekst('een\ntwee')).toBe('een\ntwee');
	expect(tekst('een\n\ntwee')).toBe('een\n\ntwee');
	expect(tekst('een\n\n \n\t\n\ntwee\n\n\n')).toBe('een\n\ntwee');
});

test('says of paper what is missing, from top to bottom, and that one briefje is too long', () => {
	const niets = v.safeParse(PapierInput, { teksten: '', fase: 'delen', perspectief: '' });
	expect(
		niets.issues?.map(({ path }) => path?.[0].key),
		'as they stand on the page',
	).toEqual(['perspectief', 'teksten']);
	const bladen = { teksten: `kort\n${'x'.repeat(601)}`, fase: 'delen', perspectief: 'student' };
	const { issues } = v.safeParse(PapierInput, bladen);
	expect(issues?.map(({ message }) => message)).toEqual([
		'Eén briefje is te lang. Gebruik hoogstens 600 tekens per briefje.',
	]);
});
