import { expect, test } from 'vitest';
import { ANDER_TEAM, HIER, IEDEREEN_HIER, TEAM, mag, persoonActor, wieMag } from './test-actors.ts';
import {
	mayCreateLeeromgeving,
	mayEditKleden,
	mayEditLeden,
	mayEditLeeromgeving,
	mayReadVoorkant,
	mayReadRuimte,
} from './leeromgeving.ts';

const team = { werkplaatsId: HIER, leeromgevingId: TEAM };
const anderTeam = { werkplaatsId: HIER, leeromgevingId: ANDER_TEAM };
const TEAMROLLEN = [
	'trekker',
	'procesbegeleider',
	'kernlid',
	'lid',
	'agendalid',
	'student',
	'procesobservator',
] as const;
const KIJKT_OVERAL = ['coordinator', 'lector', 'docentonderzoeker', 'fg', 'systeem'] as const;

test.each([
	['read the voorkant', mayReadVoorkant, mag(...IEDEREEN_HIER)],
	['read the space', mayReadRuimte, mag(...TEAMROLLEN, ...KIJKT_OVERAL)],
	['edit', mayEditLeeromgeving, mag('trekker', 'procesbegeleider', 'coordinator', 'systeem')],
	['edit leden', mayEditLeden, mag('trekker', 'procesbegeleider', 'coordinator', 'systeem')],
	['create', mayCreateLeeromgeving, mag('coordinator', 'lector', 'docentonderzoeker', 'systeem')],
	['edit all cloths', mayEditKleden, mag('coordinator', 'beheerder', 'systeem')],
] as const)('leeromgeving: who may %s', (_act, rule, expected) => {
	expect(wieMag((actor) => rule(actor, team))).toEqual(expected);
});

test.each([
	['read the voorkant', mayReadVoorkant, mag(...IEDEREEN_HIER)],
	['read the space', mayReadRuimte, mag(...KIJKT_OVERAL)],
	['edit', mayEditLeeromgeving, mag('coordinator', 'systeem')],
	['edit leden', mayEditLeden, mag('coordinator', 'systeem')],
] as const)('leeromgeving of another team: who may %s', (_act, rule, expected) => {
	expect(wieMag((actor) => rule(actor, anderTeam))).toEqual(expected);
});

test('with two hats in one team the one that may most counts', () => {
	const actor = persoonActor({
		lidmaatschappen: [
			{ leeromgevingId: TEAM, rol: 'agendalid' },
			{ leeromgevingId: TEAM, rol: 'trekker' },
		],
	});
	expect(mayEditLeeromgeving(actor, team)).toBe(true);
});
