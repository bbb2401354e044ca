import { describe, expect, test } from 'vitest';
import {
	mayEditOrganisatie,
	mayEditPartnerschap,
	mayListPartners,
	mayReadOrganisatie,
	mayReadOrganisatieNaam,
	mayReadPartners,
} from './partner.ts';
import { ACTORS, HIER, IEDEREEN_HIER, mag, ORGANISATIE, wieMag } from './test-actors.ts';

const here = { werkplaatsId: HIER };
const LEZERS = [
	'beheerder',
	'coordinator',
	'lector',
	'docentonderzoeker',
	'accountant',
	'fg',
	'systeem',
] as const;

describe('partner: actors × acts', () => {
	test.each([
		['read all partners', mayReadPartners, mag(...LEZERS)],
		['read the name of an organisatie', mayReadOrganisatieNaam, mag(...IEDEREEN_HIER)],
		['edit organisaties', mayEditOrganisatie, mag('beheerder', 'coordinator', 'systeem')],
		['edit partnerschappen', mayEditPartnerschap, mag('coordinator', 'systeem')],
	] as const)('%s', (_act, rule, expected) => {
		expect(wieMag((actor) => rule(actor, here))).toEqual(expected);
	});

	test('the pages about partners, of their own werkplaats', () => {
		expect(wieMag(mayListPartners)).toEqual(mag(...LEZERS, 'partnercontact', 'elders'));
	});

	test.each([
		['its own', ORGANISATIE, [], true],
		['a member of its own', 'lidxxxxxxxxxxxxxxxxx', [ORGANISATIE], true],
		['a member of a member', 'lidxxxxxxxxxxxxxxxxx', ['koepelxxxxxxxxxxxxxx', ORGANISATIE], true],
		['another', 'anderxxxxxxxxxxxxxxx', [], false],
		['the koepel above its own', 'koepelxxxxxxxxxxxxxx', [], false],
	])('one organisatie: a partnercontact reads %s: %s', (_which, organisatieId, koepelIds, yes) => {
		const readers = wieMag((a) => mayReadOrganisatie(a, { ...here, organisatieId, koepelIds }));
		expect(readers).toEqual(yes ? mag(...LEZERS, 'partnercontact') : mag(...LEZERS));
	});

	test('contact of an organisatie without the role is nothing', () => {
		const actor = ACTORS.partnercontact;
		const facts = { ...here, organisatieId: ORGANISATIE, koepelIds: [] };
		expect(mayReadOrganisatie(actor, facts)).toBe(true);
		expect(mayReadOrganisatie({ ...actor, rollen: [] } as typeof actor, facts)).toBe(false);
	});
});
