import { expect, test } from 'vitest';
import { clashes, holdsOn } from './lidmaatschap.ts';
import { ontbrekend, opsomming } from './stoelen.ts';

const spell = (van: string, tot: string | null, perspectief: 'student' | 'beleid' = 'student') => ({
	van,
	tot,
	perspectief,
});

test.each([
	['an open spell and a later one', spell('2018-01-01', null), spell('2019-01-01', null), true],
	[
		'the last day is the first day',
		spell('2018-01-01', '2018-06-30'),
		spell('2018-06-30', null),
		true,
	],
	['the day after', spell('2018-01-01', '2018-06-30'), spell('2018-07-01', null), false],
	['another hat', spell('2018-01-01', null), spell('2018-01-01', null, 'beleid'), false],
])('spells of one person in one team: %s', (_case, bestaand, nieuw, expected) => {
	expect(clashes([bestaand], nieuw)).toBe(expected);
});

test('the last day still counts', () => {
	expect(holdsOn({ van: '2018-01-01', tot: '2018-06-30' }, '2018-06-30')).toBe(true);
	expect(holdsOn({ van: '2018-01-01', tot: '2018-06-30' }, '2018-07-01')).toBe(false);
});

test('who is missing at the table', () => {
	expect(ontbrekend(['sociaal-werk', 'beleid', 'beleid', 'anders'])).toEqual([
		'bewoner',
		'onderzoek',
		'student',
	]);
	expect(opsomming(['bewoner', 'student', 'bestuurder'])).toBe('bewoner, student en bestuurder');
});
