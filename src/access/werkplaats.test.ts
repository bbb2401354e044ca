import { describe, expect, test } from 'vitest';
import { ACTORS, HIER, IEDEREEN_HIER, mag, wieMag } from './test-actors.ts';
import {
	mayCreateWerkplaats,
	mayEditPeriode,
	mayEditSubsidie,
	mayEditWerkplaats,
	mayEditWoordenlijst,
	mayReadWerkplaats,
} from './werkplaats.ts';

const here = { werkplaatsId: HIER };

describe('werkplaats: actors × acts', () => {
	test.each([
		['read werkplaats', mayReadWerkplaats, mag(...IEDEREEN_HIER)],
		['edit werkplaats', mayEditWerkplaats, mag('beheerder', 'coordinator', 'systeem')],
		['edit woordenlijst', mayEditWoordenlijst, mag('beheerder', 'coordinator', 'systeem')],
		['edit perioden', mayEditPeriode, mag('beheerder', 'coordinator', 'systeem')],
		['edit subsidie', mayEditSubsidie, mag('beheerder', 'coordinator', 'systeem')],
	] as const)('%s', (_act, rule, expected) => {
		expect(wieMag((actor) => rule(actor, here))).toEqual(expected);
	});

	test('only the program itself creates a werkplaats', () => {
		expect(wieMag(mayCreateWerkplaats)).toEqual(['systeem']);
	});

	test('the test actors cover every role once', () => {
		expect(Object.keys(ACTORS)).toHaveLength(19);
	});
});
