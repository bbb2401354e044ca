import { expect, test } from 'vitest';
import { ANDER_TEAM, HIER, IEDEREEN_HIER, TEAM, mag, wieMag } from './test-actors.ts';
import {
	mayKoppelLeervraag,
	mayNeemLeervraag,
	mayReadLeervraag,
	mayReadPraktijkvraag,
	mayWriteLeervraag,
	mayWritePraktijkvraag,
} from './leervraag.ts';

const team = { werkplaatsId: HIER, leeromgevingId: TEAM };
const SCHRIJVERS = ['trekker', 'procesbegeleider', 'kernlid', 'lid', 'student'] as const;
const KIJKERS = ['agendalid', 'procesobservator', 'lector', 'docentonderzoeker', 'fg'] as const;

test.each([
	[
		'read a praktijkvraag',
		mayReadPraktijkvraag,
		mag(...SCHRIJVERS, ...KIJKERS, 'coordinator', 'systeem'),
	],
	['write a praktijkvraag', mayWritePraktijkvraag, mag(...SCHRIJVERS, 'coordinator', 'systeem')],
	['take a leervraag', mayKoppelLeervraag, mag(...SCHRIJVERS, 'coordinator', 'systeem')],
] as const)('who may %s in a team', (_act, rule, expected) => {
	expect(wieMag((actor) => rule(actor, team))).toEqual(expected);
});

test.each([
	['of a team', [TEAM], mag(...SCHRIJVERS, 'coordinator', 'systeem')],
	['of another team', [ANDER_TEAM], mag('coordinator', 'systeem')],
	['of both', [ANDER_TEAM, TEAM], mag(...SCHRIJVERS, 'coordinator', 'systeem')],
	['of no team', [], mag('coordinator', 'lector', 'systeem')],
])('who may write a leervraag %s', (_which, leeromgevingIds, expected) => {
	const facts = { werkplaatsId: HIER, leeromgevingIds };
	expect(wieMag((actor) => mayWriteLeervraag(actor, facts))).toEqual(expected);
});

test.each([
	['of no team', [], mag(...SCHRIJVERS, 'coordinator', 'systeem')],
	['of another team', [ANDER_TEAM], mag('coordinator', 'systeem')],
	['of both', [ANDER_TEAM, TEAM], mag(...SCHRIJVERS, 'coordinator', 'systeem')],
])('who may take a leervraag %s into the own team', (_which, leeromgevingIds, expected) => {
	const facts = { werkplaatsId: HIER, leeromgevingIds };
	expect(wieMag((actor) => mayNeemLeervraag(actor, facts, team))).toEqual(expected);
});

test('everyone of the werkplaats reads leervragen', () => {
	expect(wieMag((actor) => mayReadLeervraag(actor, team))).toEqual(mag(...IEDEREEN_HIER));
});
