import { expect, test } from 'vitest';
import { naamGedrukt } from './naam.ts';

const JOKE = { naam: ' Joke de Vries', rol: 'sociaal werker', organisatie: 'SOL' };

test.each([
	[JOKE, 'volledig', 'Joke de Vries, sociaal werker, SOL'],
	[{ ...JOKE, rol: '' }, 'volledig', 'Joke de Vries, SOL'],
	[JOKE, 'voornaam', 'Joke'],
	[JOKE, 'anoniem', 'Een deelnemer'],
	[{ ...JOKE, naam: ' ' }, 'volledig', 'Een deelnemer'],
] as const)('%o as %s is %s', (spreker, vermelding, gedrukt) => {
	expect(naamGedrukt(spreker, vermelding)).toBe(gedrukt);
});
