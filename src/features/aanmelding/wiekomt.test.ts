import { expect, test } from 'vitest';
import { komstTekst } from './komst.ts';
import { wieKomt } from './wiekomt.ts';

test('counts who comes by side, and names the chairs that stay empty', () => {
	const gevraagd = [
		{ perspectief: 'bewoner', antwoord: 'komt-niet' },
		{ perspectief: 'beleid', antwoord: 'komt' },
		{ perspectief: 'onderzoek', antwoord: 'komt' },
		{ perspectief: 'beleid', antwoord: 'komt' },
		{ perspectief: 'student', antwoord: null },
	] as const;
	expect(wieKomt(gevraagd, ['ondernemer', 'beleid'])).toEqual({
		komt: 3,
		komtNiet: 1,
		nietGereageerd: 1,
		perPerspectief: [
			{ perspectief: 'beleid', komt: 2 },
			{ perspectief: 'onderzoek', komt: 1 },
		],
		leeg: ['bewoner', 'sociaal-werk', 'student', 'ondernemer'],
	});
});

test('says it in words, one or more, and nothing of what is not', () => {
	const zeg = (komt: number, komtNiet: number, nietGereageerd: number) =>
		komstTekst({ komt, komtNiet, nietGereageerd, perPerspectief: [], leeg: [] });
	expect(zeg(8, 2, 3)).toBe('8 komen · 2 komen niet · 3 lieten nog niets horen');
	expect(zeg(1, 1, 1)).toBe('1 komt · 1 komt niet · 1 liet nog niets horen');
	expect(zeg(0, 0, 2)).toBe('0 komen · 2 lieten nog niets horen');
	expect(zeg(0, 0, 0)).toBe('Nog niemand uitgenodigd.');
});
