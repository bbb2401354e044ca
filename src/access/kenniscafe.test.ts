import { expect, test } from 'vitest';
import { mayFollowActie, mayReadActies } from './actie.ts';
import type { GeplandFacts } from './bijeenkomst.ts';
import { mayReadErvaringen, mayWriteErvaring } from './ervaring.ts';
import { mayHaveFeed, mayReadTeamfeed, mayRenewTeamfeed } from './kalender.ts';
import {
	mayCountDoor,
	mayPublish,
	mayReadInschrijvingen,
	mayWriteBezoek,
	mayWriteTotaal,
} from './kenniscafe.ts';
import { ANDER_TEAM, HIER, TEAM, mag, wieMag } from './test-actors.ts';

const LEIDT = ['trekker', 'procesbegeleider', 'coordinator', 'systeem'] as const;
const PLANT = [...LEIDT, 'kernlid', 'lid'] as const;
const OVERAL = ['coordinator', 'lector', 'docentonderzoeker', 'fg', 'systeem'] as const;
const RUIMTE = [...PLANT, ...OVERAL, 'agendalid', 'student', 'procesobservator'] as const;
const ZELF = 'persoon-lector';

const facts = (leeromgevingIds: string[], door: string | null = null): GeplandFacts => ({
	werkplaatsId: HIER,
	leeromgevingIds,
	door,
});
/** In the team · in another team · of the werkplaats, planned by the lector. */
test.each([
	['publish', mayPublish, mag(...LEIDT), mag('coordinator', 'systeem')],
	['read who comes', mayReadInschrijvingen, mag(...PLANT), mag('coordinator', 'systeem')],
	['count at the door', mayCountDoor, mag(...PLANT, 'student'), mag('coordinator', 'systeem')],
	['write down how many came', mayWriteBezoek, mag(...PLANT), mag('coordinator', 'systeem')],
	['read what people said', mayReadErvaringen, mag(...RUIMTE), mag(...OVERAL)],
	['write down what they said', mayWriteErvaring, mag(...PLANT), mag('coordinator', 'systeem')],
	['read the acties', mayReadActies, mag(...RUIMTE), mag(...OVERAL)],
] as const)('who may %s', (_act, rule, here, elsewhere) => {
	expect(wieMag((actor) => rule(actor, facts([TEAM])))).toEqual(here);
	expect(wieMag((actor) => rule(actor, facts([ANDER_TEAM, TEAM])))).toEqual(here);
	expect(wieMag((actor) => rule(actor, facts([ANDER_TEAM])))).toEqual(elsewhere);
	expect(wieMag((actor) => rule(actor, facts([], ZELF)))).toEqual(mag(...elsewhere, 'lector'));
});

test('a total of many bijeenkomsten is of the werkplaats', () => {
	const where = { werkplaatsId: HIER };
	expect(wieMag((actor) => mayWriteTotaal(actor, where))).toEqual(mag('coordinator', 'systeem'));
});

test('what became of an actie says who does it, and who takes part', () => {
	const of = (wieId: string | null, team = TEAM) =>
		wieMag((actor) =>
			mayFollowActie(actor, { werkplaatsId: HIER, leeromgevingIds: [team], wieId }),
		);
	expect(of(null)).toEqual(mag(...PLANT, 'student'));
	expect(of('persoon-agendalid')).toEqual(mag(...PLANT, 'student', 'agendalid'));
	expect(of('persoon-student', ANDER_TEAM)).toEqual(mag('coordinator', 'systeem'));
	expect(of('persoon-lector', ANDER_TEAM)).toEqual(mag('coordinator', 'systeem', 'lector'));
});

test('an address for a calendar is of one persoon, or of a team', () => {
	const eigen = { werkplaatsId: HIER, persoonId: 'persoon-fg' };
	expect(wieMag((actor) => mayHaveFeed(actor, eigen))).toEqual(mag('fg'));
	const team = { werkplaatsId: HIER, leeromgevingId: TEAM };
	expect(wieMag((actor) => mayReadTeamfeed(actor, team))).toEqual(mag(...RUIMTE));
	expect(wieMag((actor) => mayRenewTeamfeed(actor, team))).toEqual(mag(...LEIDT));
});
