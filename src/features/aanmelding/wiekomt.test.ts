import { expect, test } from 'vitest';
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
