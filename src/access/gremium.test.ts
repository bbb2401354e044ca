import { describe, expect, test } from 'vitest';
import * as rules from './gremium.ts';
import { HIER, mag, wieMag } from './test-actors.ts';

const here = { werkplaatsId: HIER };
const MET_ROL = [
	'beheerder',
	'coordinator',
	'lector',
	'docentonderzoeker',
	'partnercontact',
	'accountant',
	'fg',
	'systeem',
] as const;

describe('gremium: actors × acts', () => {
	test('list all, of their own werkplaats', () => {
		expect(wieMag(rules.mayListGremia)).toEqual(mag(...MET_ROL, 'elders'));
	});

	test('read one', () => {
		expect(wieMag((a) => rules.mayReadGremium(a, { ...here, leden: [] }))).toEqual(mag(...MET_ROL));
	});

	test('read one of which you are in', () => {
		const facts = { ...here, leden: ['persoon-lid'] };
		expect(wieMag((a) => rules.mayReadGremium(a, facts))).toEqual(mag(...MET_ROL, 'lid'));
	});

	test('edit', () => {
		expect(wieMag((a) => rules.mayEditGremium(a, here))).toEqual(
			mag('coordinator', 'lector', 'systeem'),
		);
	});

	test('no rule lets a gremium approve anything (AC-07)', () => {
		expect(Object.keys(rules).sort()).toEqual([
			'mayEditGremium',
			'mayListGremia',
			'mayReadGremium',
		]);
	});
});
