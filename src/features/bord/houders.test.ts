import { expect, test } from 'vitest';
import { houdersIn } from './houders.ts';
import { nieuwId } from './id.ts';

const briefje = nieuwId();
const user = { persoonId: nieuwId(), naam: 'Yıldız Kaya', voornaam: 'Yıldız', kleur: 3 };

test('who holds a briefje is known by the name that the server gave', () => {
	const states = new Map([[7, { user, houdt: briefje }]]);
	expect([...houdersIn(states, 1)]).toEqual([[briefje, { voornaam: 'Yıldız', kleur: 3 }]]);
});

test('my own hand is not shown to me', () => {
	expect(houdersIn(new Map([[7, { user, houdt: briefje }]]), 7).size).toBe(0);
});

test.each([
	['nothing in hand', { user, houdt: '' }],
	['no id', { user, houdt: '<b>iets</b>' }],
	['no text', { user, houdt: { id: briefje } }],
	['nobody', { houdt: briefje }],
	['no name', { user: { ...user, voornaam: '' }, houdt: briefje }],
	['no state', null],
])('of who says %s nothing shows', (_wat, state) => {
	expect(houdersIn(new Map([[7, state]]), 1).size).toBe(0);
});

test.each([0, 9, 'rood', undefined, NaN])(
	'a colour %s that there is not, is the first',
	(kleur) => {
		const states = new Map([[7, { user: { ...user, kleur }, houdt: briefje }]]);
		expect(houdersIn(states, 1).get(briefje)?.kleur).toBe(1);
	},
);
