import { expect, test } from 'vitest';
import { mayReadBijeenkomst, mayRemoveBijeenkomst, mayWriteBijeenkomst } from './bijeenkomst.ts';
import { ANDER_TEAM, HIER, TEAM, mag, wieMag } from './test-actors.ts';

const team = { werkplaatsId: HIER, leeromgevingId: TEAM };
const LEIDT = ['trekker', 'procesbegeleider'] as const;
const PLANT = [...LEIDT, 'kernlid', 'lid'] as const;
const KOMT = ['student', 'agendalid', 'procesobservator'] as const;
const KIJKT = ['lector', 'docentonderzoeker', 'fg'] as const;

test.each([
	['read', mayReadBijeenkomst, mag(...PLANT, ...KOMT, ...KIJKT, 'coordinator', 'systeem')],
	['plan and change', mayWriteBijeenkomst, mag(...PLANT, 'coordinator', 'systeem')],
] as const)('who may %s a bijeenkomst of a team', (_act, rule, expected) => {
	expect(wieMag((actor) => rule(actor, team))).toEqual(expected);
});

test.each([
	['read', mayReadBijeenkomst, mag(...KIJKT, 'coordinator', 'systeem')],
	['plan and change', mayWriteBijeenkomst, mag('coordinator', 'systeem')],
] as const)('who may %s a bijeenkomst of another team', (_act, rule, expected) => {
	const other = { werkplaatsId: HIER, leeromgevingId: ANDER_TEAM };
	expect(wieMag((actor) => rule(actor, other))).toEqual(expected);
});

test.each([
	['somebody unknown', null, mag(...LEIDT, 'coordinator', 'systeem')],
	['a lid', 'persoon-lid', mag(...LEIDT, 'lid', 'coordinator', 'systeem')],
	['a student, who may not plan', 'persoon-student', mag(...LEIDT, 'coordinator', 'systeem')],
])('who may remove a bijeenkomst planned by %s', (_who, door, expected) => {
	expect(wieMag((actor) => mayRemoveBijeenkomst(actor, { ...team, door }))).toEqual(expected);
});
