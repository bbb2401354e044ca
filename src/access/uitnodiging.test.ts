import { describe, expect, test } from 'vitest';
import { WERKPLAATS_ROLLEN, type WerkplaatsRol } from './actor.ts';
import { mayAssignRol } from './persoon.ts';
import { ACTORS, ANDER_TEAM, HIER, TEAM, mag, wieMag } from './test-actors.ts';
import { mayInvite, mayReadUitnodiging } from './uitnodiging.ts';

const into = (leeromgevingId: string | null, werkplaatsRol: WerkplaatsRol | null = null) => ({
	werkplaatsId: HIER,
	leeromgevingId,
	werkplaatsRol,
});
const LEADS = mag('beheerder', 'coordinator', 'procesbegeleider', 'systeem', 'trekker');
const EVERYWHERE = mag('beheerder', 'coordinator', 'systeem');

describe('uitnodiging: actors × acts', () => {
	test.each([
		['invite into the own team', mayInvite, into(TEAM), LEADS],
		['invite into another team', mayInvite, into(ANDER_TEAM), EVERYWHERE],
		['invite into the werkplaats', mayInvite, into(null), EVERYWHERE],
		['invite a lector', mayInvite, into(null, 'lector'), mag('coordinator', 'systeem')],
		['invite a beheerder', mayInvite, into(null, 'beheerder'), mag('beheerder', 'systeem')],
		[
			'invite a lector into the own team',
			mayInvite,
			into(TEAM, 'lector'),
			mag('coordinator', 'systeem'),
		],
		['read one of the own team', mayReadUitnodiging, into(TEAM), LEADS],
		['read one of a beheerder', mayReadUitnodiging, into(null, 'beheerder'), EVERYWHERE],
	] as const)('%s', (_act, rule, facts, expected) => {
		expect(wieMag((actor) => rule(actor, facts))).toEqual(expected);
	});

	test('nobody hands out a role in an invitation that they may not assign', () => {
		for (const actor of Object.values(ACTORS))
			for (const rol of Object.keys(WERKPLAATS_ROLLEN) as WerkplaatsRol[])
				for (const team of [null, TEAM, ANDER_TEAM])
					expect(
						mayInvite(actor, into(team, rol)) && !mayAssignRol(actor, { werkplaatsId: HIER, rol }),
					).toBe(false);
	});
});
