import { expect, test } from 'vitest';
import { merge, pick } from './conflict.ts';
import { Conflict } from './errors.ts';

const basis = { datum: '1 juli', plaats: 'Schiedam' };

test('what only one of us changed is kept from that one', () => {
	const theirs = { datum: '2 juli', plaats: 'Schiedam' };
	const mine = { datum: '1 juli', plaats: 'Vlaardingen' };
	expect([...merge({ theirs, basis, mine, by: 'Ruben' })]).toEqual(['plaats']);
});

test('the same change twice is no question', () => {
	const theirs = { datum: '2 juli', plaats: 'Schiedam' };
	expect(merge({ theirs, basis, mine: { ...theirs }, by: 'Ruben' }).size).toBe(0);
});

test('two different values are a question with both in it', () => {
	const edit = {
		theirs: { datum: '2 juli', plaats: 'Maassluis' },
		basis,
		mine: { datum: '3 juli', plaats: 'Maassluis' },
		by: 'Ruben',
	};
	expect(() => merge(edit)).toThrow(Conflict);
	try {
		merge(edit);
	} catch (error) {
		expect(error).toMatchObject({
			by: 'Ruben',
			fields: { datum: { mine: '3 juli', theirs: '2 juli' } },
			basis: { datum: '2 juli', plaats: 'Schiedam' },
		});
	}
});

test('choosing in one field leaves alone what somebody else changed in another', () => {
	const theirs = { datum: '2 juli', plaats: 'Maassluis' };
	const mine = { datum: '3 juli', plaats: 'Schiedam' };
	let again: Record<string, string> | undefined;
	try {
		merge({ theirs, basis, mine, by: 'Ruben' });
	} catch (error) {
		again = (error as Conflict).basis;
	}
	expect(again).toEqual({ datum: '2 juli', plaats: 'Schiedam' });
	const chosen = { ...mine, datum: '2 juli' };
	expect(merge({ theirs, basis: again, mine: chosen, by: 'Ruben' }).size).toBe(0);
});

test('without a start, mine goes in', () => {
	const edit = { theirs: { datum: 'a' }, basis: undefined, mine: { datum: 'b' }, by: '' };
	expect(pick({ datum: 'b', anders: 1 }, merge(edit))).toEqual({ datum: 'b' });
});
