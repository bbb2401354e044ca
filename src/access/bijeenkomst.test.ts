import { expect, test } from 'vitest';
import {
	leidtBijeenkomst,
	mayEditAgenda,
	mayLoopAgenda,
	mayPlanBijeenkomst,
	mayReadBijeenkomst,
	mayReadReeks,
	mayReadRuimteVan,
	mayRemoveBijeenkomst,
	mayRemoveReeks,
	mayWriteBijeenkomst,
	mayWriteReeks,
	type BijeenkomstFacts,
} from './bijeenkomst.ts';
import {
	ANDER_TEAM,
	HIER,
	IEDEREEN_HIER,
	TEAM,
	mag,
	wieMag,
	type TestActor,
} from './test-actors.ts';

const LEIDT = ['trekker', 'procesbegeleider'] as const;
const PLANT = [...LEIDT, 'kernlid', 'lid'] as const;
const KOMT = ['student', 'agendalid', 'procesobservator'] as const;
const KIJKT = ['lector', 'docentonderzoeker', 'fg'] as const;
const ALTIJD = ['coordinator', 'systeem'] as const;

const facts = (part: Partial<BijeenkomstFacts> = {}): BijeenkomstFacts => ({
	werkplaatsId: HIER,
	leeromgevingIds: [TEAM],
	door: null,
	open: false,
	voorbereiderIds: [],
	...part,
});
const VAN_TEAM = facts();
const SAMEN = facts({ leeromgevingIds: [ANDER_TEAM, TEAM] });
const VAN_ANDER = facts({ leeromgevingIds: [ANDER_TEAM] });
const OPEN_VAN_ANDER = facts({ leeromgevingIds: [ANDER_TEAM], open: true });
const VAN_ALLEN = facts({ leeromgevingIds: [] });

type Rule = (actor: Parameters<typeof mayReadRuimteVan>[0], of: BijeenkomstFacts) => boolean;
const RUIMTE = mag(...PLANT, ...KOMT, ...KIJKT, ...ALTIJD);
const OVERAL = mag(...KIJKT, ...ALTIJD);

test.each<[string, Rule, string, BijeenkomstFacts, TestActor[]]>([
	['know of', mayReadBijeenkomst, 'a team', VAN_TEAM, RUIMTE],
	['know of', mayReadBijeenkomst, 'two teams', SAMEN, RUIMTE],
	['know of', mayReadBijeenkomst, 'another team', VAN_ANDER, OVERAL],
	['know of', mayReadBijeenkomst, 'another team, open', OPEN_VAN_ANDER, mag(...IEDEREEN_HIER)],
	['know of', mayReadBijeenkomst, 'the werkplaats', VAN_ALLEN, mag(...IEDEREEN_HIER)],
	['know a reeks of', mayReadReeks, 'a team', VAN_TEAM, RUIMTE],
	['know a reeks of', mayReadReeks, 'another team', VAN_ANDER, OVERAL],
	['know a reeks of', mayReadReeks, 'another team, open', OPEN_VAN_ANDER, OVERAL],
	['know a reeks of', mayReadReeks, 'the werkplaats', VAN_ALLEN, mag(...IEDEREEN_HIER)],
	['change a reeks of', mayWriteReeks, 'a team', VAN_TEAM, mag(...PLANT, ...ALTIJD)],
	['remove a reeks of', mayRemoveReeks, 'a team', VAN_TEAM, mag(...LEIDT, ...ALTIJD)],
	['enter', mayReadRuimteVan, 'a team', VAN_TEAM, RUIMTE],
	['enter', mayReadRuimteVan, 'two teams', SAMEN, RUIMTE],
	['enter', mayReadRuimteVan, 'another team', VAN_ANDER, OVERAL],
	['enter', mayReadRuimteVan, 'another team, open', OPEN_VAN_ANDER, OVERAL],
	['enter', mayReadRuimteVan, 'the werkplaats', VAN_ALLEN, OVERAL],
	['change', mayWriteBijeenkomst, 'a team', VAN_TEAM, mag(...PLANT, ...ALTIJD)],
	['change', mayWriteBijeenkomst, 'two teams', SAMEN, mag(...PLANT, ...ALTIJD)],
	['change', mayWriteBijeenkomst, 'another team, open', OPEN_VAN_ANDER, mag(...ALTIJD)],
	['change', mayWriteBijeenkomst, 'the werkplaats', VAN_ALLEN, mag(...ALTIJD)],
	['lead', leidtBijeenkomst, 'a team', VAN_TEAM, mag(...LEIDT, ...ALTIJD)],
	['lead', leidtBijeenkomst, 'two teams', SAMEN, mag(...LEIDT, ...ALTIJD)],
	['lead', leidtBijeenkomst, 'another team', VAN_ANDER, mag(...ALTIJD)],
	['lead', leidtBijeenkomst, 'the werkplaats', VAN_ALLEN, mag(...ALTIJD)],
])('who may %s a bijeenkomst of %s', (_act, rule, _of, of, expected) => {
	expect(wieMag((actor) => rule(actor, of))).toEqual(expected);
});

test.each([
	['a team', TEAM, mag(...PLANT, ...ALTIJD)],
	['another team', ANDER_TEAM, mag(...ALTIJD)],
	['the werkplaats', null, mag('lector', 'docentonderzoeker', ...ALTIJD)],
])('who may plan one of %s', (_of, leeromgevingId, expected) => {
	const where = { werkplaatsId: HIER, leeromgevingId };
	expect(wieMag((actor) => mayPlanBijeenkomst(actor, where))).toEqual(expected);
});

test.each([
	['a lector', 'persoon-lector', mag('lector', ...ALTIJD)],
	['a docentonderzoeker', 'persoon-docentonderzoeker', mag('docentonderzoeker', ...ALTIJD)],
	['somebody who may not any more', 'persoon-lid', mag(...ALTIJD)],
])('one of the werkplaats is of %s who planned it', (_who, door, expected) => {
	const of = facts({ leeromgevingIds: [], door });
	for (const rule of [mayWriteBijeenkomst, leidtBijeenkomst, mayRemoveBijeenkomst])
		expect(wieMag((actor) => rule(actor, of))).toEqual(expected);
});

test('who planned one of a team without being in it, has no more than others of it', () => {
	const of = facts({ leeromgevingIds: [ANDER_TEAM], door: 'persoon-docentonderzoeker' });
	expect(wieMag((actor) => mayWriteBijeenkomst(actor, of))).toEqual(mag(...ALTIJD));
});

test.each([
	['somebody unknown', null, mag(...LEIDT, ...ALTIJD)],
	['a lid', 'persoon-lid', mag(...LEIDT, 'lid', ...ALTIJD)],
	['a student, who may not plan', 'persoon-student', mag(...LEIDT, ...ALTIJD)],
])('who may remove a bijeenkomst planned by %s', (_who, door, expected) => {
	expect(wieMag((actor) => mayRemoveBijeenkomst(actor, facts({ door })))).toEqual(expected);
});

const KOMT_NIET = 'persoonzonderrolxxxx';
test.each([
	['nobody', [], mag(...PLANT, ...ALTIJD)],
	['a student', ['persoon-student'], mag(...PLANT, 'student', ...ALTIJD)],
	['somebody who may not enter', [KOMT_NIET], mag(...PLANT, ...ALTIJD)],
	[
		'a student and an agendalid with somebody who may not enter',
		[KOMT_NIET, 'persoon-student', 'persoon-agendalid'],
		mag(...PLANT, 'student', 'agendalid', ...ALTIJD),
	],
])('the agenda, when %s prepares it', (_who, voorbereiderIds, expected) => {
	for (const rule of [mayEditAgenda, mayLoopAgenda])
		expect(wieMag((actor) => rule(actor, facts({ voorbereiderIds })))).toEqual(expected);
});
