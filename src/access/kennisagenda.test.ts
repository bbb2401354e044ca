import { expect, test } from 'vitest';
import { mayEditKennisagenda, mayReadKennisagenda } from './kennisagenda.ts';
import { HIER, IEDEREEN_HIER, mag, wieMag } from './test-actors.ts';

test.each([
	['read', mayReadKennisagenda, mag(...IEDEREEN_HIER)],
	['edit', mayEditKennisagenda, mag('coordinator', 'lector', 'systeem')],
] as const)('kennisagenda: who may %s', (_act, rule, expected) => {
	expect(wieMag((actor) => rule(actor, { werkplaatsId: HIER }))).toEqual(expected);
});
