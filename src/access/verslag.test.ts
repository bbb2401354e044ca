import { describe, expect, test } from 'vitest';
import { ACTORS, ANDER_TEAM, HIER, TEAM, mag, wieMag, type TestActor } from './test-actors.ts';
import {
	VERSLAG_RECHTEN,
	mayAddErratum,
	mayFinaliseVerslag,
	mayOpmerken,
	mayReadVerslag,
	mayVoorstellen,
	mayWriteVerslag,
	verslagRecht,
	type VerslagRecht,
	type VerslagStatus,
} from './verslag.ts';

const facts = (status: VerslagStatus, leeromgevingId = TEAM) => ({
	werkplaatsId: HIER,
	leeromgevingIds: [leeromgevingId],
	door: null,
	status,
});
const STATUSSEN = ['concept', 'ter-controle', 'vastgesteld'] as const;
const LEIDT: TestActor[] = ['trekker', 'procesbegeleider', 'coordinator', 'systeem'];
const DOET_MEE: TestActor[] = ['kernlid', 'lid', 'student'];
const VOLGT: TestActor[] = ['lector', 'docentonderzoeker'];
const LEEST: TestActor[] = ['procesobservator', 'fg'];
const BUITEN: TestActor[] = [
	'beheerder',
	'partnercontact',
	'accountant',
	'zonderRol',
	'elders',
	'gast',
	'niemand',
];

type Row = readonly [VerslagStatus, TestActor[], VerslagRecht | undefined];
const TABLE: Row[] = [
	['concept', LEIDT, 'schrijven'],
	['concept', DOET_MEE, 'schrijven'],
	['concept', ['agendalid'], 'voorstellen'],
	['concept', VOLGT, 'opmerken'],
	['concept', LEEST, 'lezen'],
	['ter-controle', LEIDT, 'schrijven'],
	['ter-controle', DOET_MEE, 'voorstellen'],
	['ter-controle', ['agendalid'], 'voorstellen'],
	['ter-controle', VOLGT, 'opmerken'],
	['ter-controle', LEEST, 'lezen'],
	['vastgesteld', [...LEIDT, ...DOET_MEE, 'agendalid', ...VOLGT, ...LEEST], 'lezen'],
	...STATUSSEN.map((status): Row => [status, BUITEN, undefined]),
];

describe.each(TABLE)('a verslag that is %s', (status, actors, recht) => {
	test.each(actors)(`%s: ${recht ?? 'does not know of it'}`, (name) => {
		expect(verslagRecht(ACTORS[name], facts(status))).toBe(recht);
	});
});

test.each(STATUSSEN)('%s: the table names everybody', (status) => {
	const named = TABLE.filter(([of]) => of === status).flatMap(([, actors]) => actors);
	expect(named.sort()).toEqual(Object.keys(ACTORS).sort());
});

test('each right holds what stands before it', () => {
	const acts = [mayReadVerslag, mayOpmerken, mayVoorstellen, mayWriteVerslag];
	for (const status of STATUSSEN)
		for (const actor of Object.values(ACTORS)) {
			const recht = verslagRecht(actor, facts(status));
			const upTo = recht === undefined ? -1 : VERSLAG_RECHTEN.indexOf(recht);
			expect(acts.map((may) => may(actor, facts(status)))).toEqual(acts.map((_, i) => i <= upTo));
		}
});

test.each(STATUSSEN)('%s, of another team: only who looks over all teams', (status) => {
	const may = wieMag((actor) => mayReadVerslag(actor, facts(status, ANDER_TEAM)));
	expect(may).toEqual(mag('coordinator', 'fg', ...VOLGT, 'systeem'));
});

test.each([
	['concept', mayFinaliseVerslag, mag(...LEIDT)],
	['ter-controle', mayFinaliseVerslag, mag(...LEIDT)],
	['vastgesteld', mayFinaliseVerslag, mag()],
	['concept', mayAddErratum, mag()],
	['ter-controle', mayAddErratum, mag()],
	['vastgesteld', mayAddErratum, mag(...LEIDT)],
] as const)('%s: who may vaststellen, and who adds an erratum (R-54)', (status, rule, expected) => {
	expect(wieMag((actor) => rule(actor, facts(status)))).toEqual(expected);
});

test('of two teams: whoever takes part in one of them writes as if it were theirs', () => {
	const samen = { ...facts('concept'), leeromgevingIds: [ANDER_TEAM, TEAM] };
	for (const actor of Object.values(ACTORS))
		expect(verslagRecht(actor, samen)).toBe(verslagRecht(actor, facts('concept')));
});

test('of no team: who planned it writes, who looks over all teams reads along', () => {
	const vanAllen = { ...facts('concept'), leeromgevingIds: [], door: 'persoon-docentonderzoeker' };
	const may = (rule: typeof mayReadVerslag) => wieMag((actor) => rule(actor, vanAllen));
	expect(may(mayWriteVerslag)).toEqual(mag('docentonderzoeker', 'coordinator', 'systeem'));
	expect(may(mayFinaliseVerslag)).toEqual(mag('docentonderzoeker', 'coordinator', 'systeem'));
	expect(may(mayOpmerken)).toEqual(mag(...VOLGT, 'coordinator', 'systeem'));
	expect(may(mayReadVerslag)).toEqual(mag(...VOLGT, 'fg', 'coordinator', 'systeem'));
});
