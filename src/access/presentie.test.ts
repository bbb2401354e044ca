import { expect, test } from 'vitest';
import { mayAnswer, mayInviteTo, mayReadGenodigden } from './aanmelding.ts';
import {
	mayCheckIn,
	mayConfirmPresentie,
	mayCorrectPresentie,
	mayEditRegel,
	mayExportPresentie,
	mayReadPresentie,
	mayWritePresentie,
	type AanwezigFacts,
} from './presentie.ts';
import { ACTORS, ANDER_TEAM, HIER, IEDEREEN_HIER, TEAM, mag, wieMag } from './test-actors.ts';

const LEIDT = ['trekker', 'procesbegeleider', 'coordinator', 'systeem'] as const;
const PLANT = [...LEIDT, 'kernlid', 'lid'] as const;
const ZIT = ['trekker', 'procesbegeleider', 'kernlid', 'lid', 'agendalid', 'student'] as const;
const RUIMTE = [...PLANT, ...ZIT, 'procesobservator', 'lector', 'docentonderzoeker', 'fg'] as const;
const MENSEN = IEDEREEN_HIER.filter((name) => name !== 'systeem');

const facts = (part: Partial<AanwezigFacts> = {}): AanwezigFacts => ({
	werkplaatsId: HIER,
	leeromgevingIds: [TEAM],
	door: null,
	open: false,
	voorbereiderIds: [],
	genodigd: false,
	...part,
});

test.each([
	['read who was asked', mayReadGenodigden, mag(...RUIMTE)],
	['ask people to come', mayInviteTo, mag(...PLANT)],
	['read who was there', mayReadPresentie, mag(...RUIMTE)],
	['fill the list in', mayWritePresentie, mag(...PLANT)],
	['take the list along', mayExportPresentie, mag(...PLANT)],
	['confirm it', mayConfirmPresentie, mag(...LEIDT)],
	['correct it', mayCorrectPresentie, mag(...LEIDT)],
] as const)('who may %s', (_act, rule, expected) => {
	expect(wieMag((actor) => rule(actor, facts()))).toEqual(expected);
	const samen = facts({ leeromgevingIds: [ANDER_TEAM, TEAM] });
	expect(wieMag((actor) => rule(actor, samen))).toEqual(expected);
	const inZicht = wieMag((actor) =>
		rule(actor, facts({ leeromgevingIds: [ANDER_TEAM], open: true })),
	);
	const overal = mag('coordinator', 'lector', 'docentonderzoeker', 'fg', 'systeem');
	expect(inZicht.filter((name) => !overal.includes(name))).toEqual([]);
});

test.each([
	['who sits in the team', facts(), mag(...ZIT)],
	['who sits in one of two teams', facts({ leeromgevingIds: [ANDER_TEAM, TEAM] }), mag(...ZIT)],
	['nobody of another team', facts({ leeromgevingIds: [ANDER_TEAM] }), mag()],
	['nobody by looking over all teams', facts({ leeromgevingIds: [] }), mag()],
	['who was asked', facts({ leeromgevingIds: [ANDER_TEAM], genodigd: true }), mag(...MENSEN)],
	[
		'everybody when it is open',
		facts({ leeromgevingIds: [ANDER_TEAM], open: true }),
		mag(...MENSEN),
	],
])('checks in: %s', (_who, of, expected) => {
	expect(wieMag((actor) => mayCheckIn(actor, of))).toEqual(expected);
});

test('an answer is of oneself; who plans writes down what somebody said', () => {
	const voor = (persoonId: string, part: Partial<AanwezigFacts> = {}) =>
		wieMag((actor) => mayAnswer(actor, { ...facts(part), persoonId }));
	expect(voor('persoon-student')).toEqual(mag(...PLANT, 'student'));
	expect(voor('persoon-agendalid')).toEqual(mag(...PLANT, 'agendalid'));
	expect(voor('persoon-fg')).toEqual(mag(...PLANT));
	expect(voor('persoon-fg', { genodigd: true })).toEqual(mag(...PLANT, 'fg'));
	expect(
		mayAnswer(ACTORS.elders, { ...facts({ open: true }), persoonId: 'persoonzonderrolxxxx' }),
	).toBe(false);
});

test('one line is for who fills in the list, and for who it is about when they have a seat', () => {
	const van = (persoonId: string | null) =>
		wieMag((actor) => mayEditRegel(actor, { ...facts(), persoonId }));
	expect(van(null)).toEqual(mag(...PLANT));
	const { student, procesobservator } = ACTORS;
	const wie = (actor: typeof student) => (actor.soort === 'persoon' ? actor.persoonId : '');
	expect(van(wie(student))).toEqual(mag(...PLANT, 'student'));
	// reading along is no seat
	expect(van(wie(procesobservator))).toEqual(mag(...PLANT));
});
