import { expect, test } from 'vitest';
import { HIER, TEAM, mag, wieMag } from './test-actors.ts';
import {
	mayCreateOpmerking,
	mayReadOpmerkingen,
	mayResolveOpmerking,
	mayUpdateOpmerking,
} from './opmerking.ts';
import { mayOpmerken, mayReadVerslag, type VerslagStatus } from './verslag.ts';
import type { Actor } from './actor.ts';

const waar = (actor: Actor, status: VerslagStatus) => {
	const facts = { werkplaatsId: HIER, leeromgevingIds: [TEAM], door: null, status };
	const [mayRead, mayRemark] = [mayReadVerslag(actor, facts), mayOpmerken(actor, facts)];
	return { werkplaatsId: HIER, document: 'verslag/hier', mayRead, mayRemark };
};
const KRING = [
	...(['trekker', 'procesbegeleider', 'kernlid', 'lid', 'student', 'agendalid'] as const),
	...(['coordinator', 'lector', 'docentonderzoeker', 'systeem'] as const),
];

test.each([
	['read', mayReadOpmerkingen, 'concept', mag(...KRING, 'procesobservator', 'fg')],
	['read', mayReadOpmerkingen, 'vastgesteld', mag(...KRING, 'procesobservator', 'fg')],
	['make', mayCreateOpmerking, 'concept', mag(...KRING)],
	['make', mayCreateOpmerking, 'ter-controle', mag(...KRING)],
	['make', mayCreateOpmerking, 'vastgesteld', []],
	['resolve', mayResolveOpmerking, 'concept', mag(...KRING)],
	['resolve', mayResolveOpmerking, 'vastgesteld', []],
] as const)('who may %s a remark on a verslag', (_act, rule, status, expected) => {
	expect(wieMag((actor) => rule(actor, waar(actor, status)))).toEqual(expected);
});

test('only who made a remark changes it, and nobody what the program made', () => {
	const by = (door: string | null) =>
		wieMag((actor) => mayUpdateOpmerking(actor, { ...waar(actor, 'concept'), door }));
	expect(by('persoon-lector')).toEqual(['lector']);
	expect(by('persoon-procesobservator')).toEqual([]);
	expect(by(null)).toEqual([]);
});
