import { expect, test } from 'vitest';
import { presentIn } from './presence.ts';

const user = (persoonId: string, kleur = 1) => ({ persoonId, naam: `${persoonId} Bos`, kleur });
const names = (states: Record<number, unknown>) =>
	presentIn(new Map(Object.entries(states).map(([id, s]) => [Number(id), s])), 'ik', 1);

test('everybody but me, also when I have two tabs', () => {
	const present = names({
		1: { user: user('ik') },
		2: { user: user('ik') },
		3: { user: user('jo') },
	});
	expect(present.map(({ persoonId }) => persoonId)).toEqual(['jo']);
});

test('who has two tabs is one person, and is where they type', () => {
	const present = names({
		2: { user: user('jo', 3), plek: 'leest' },
		3: { user: user('jo', 4), typing: true, plek: 'schrijft bij Welkom' },
	});
	expect(present).toEqual([
		expect.objectContaining({ clientId: 3, typing: true, plek: 'schrijft bij Welkom', kleur: 4 }),
	]);
});

test('what says not who it is, or nonsense, is nobody', () => {
	expect(names({ 2: null, 3: {}, 4: { user: { naam: 'x' } }, 5: 'x', 6: { user: [] } })).toEqual(
		[],
	);
	expect(names({ 2: { user: user('jo', 99), typing: 'ja', plek: 4 } })).toEqual([
		expect.objectContaining({ kleur: 1, typing: false, plek: '', voornaam: 'jo Bos' }),
	]);
});
