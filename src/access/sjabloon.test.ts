import { expect, test } from 'vitest';
import { mayWriteTeamSjabloon, mayWriteWerkplaatsSjabloon } from './sjabloon.ts';
import { HIER, TEAM, mag, wieMag } from './test-actors.ts';

const team = { werkplaatsId: HIER, leeromgevingId: TEAM };
const PLANNERS = ['trekker', 'procesbegeleider', 'kernlid', 'lid'] as const;

test.each([
	['for a team', mayWriteTeamSjabloon, mag(...PLANNERS, 'coordinator', 'systeem')],
	['for the werkplaats', mayWriteWerkplaatsSjabloon, mag('coordinator', 'systeem')],
] as const)('who may save a sjabloon %s', (_for, rule, expected) => {
	expect(wieMag((actor) => rule(actor, team))).toEqual(expected);
});
