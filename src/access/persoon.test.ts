import { expect, test } from 'vitest';
import { WERKPLAATS_ROLLEN, type WerkplaatsRol } from './actor.ts';
import {
	mayAssignRol,
	mayBlockAccount,
	mayEditPersoon,
	mayListPersonen,
	mayManagePersonen,
	mayReadPersoon,
} from './persoon.ts';
import { ACTORS, HIER, mag, wieMag } from './test-actors.ts';

const here = { werkplaatsId: HIER };
const KENT_IEDEREEN = [
	'beheerder',
	'coordinator',
	'lector',
	'docentonderzoeker',
	'fg',
	'trekker',
	'procesbegeleider',
	'systeem',
] as const;

test.each([
	['list', mayListPersonen, mag(...KENT_IEDEREEN)],
	['manage', mayManagePersonen, mag('beheerder', 'coordinator', 'systeem')],
	['block', mayBlockAccount, mag('beheerder', 'systeem')],
] as const)('personen: who may %s', (_act, rule, expected) => {
	expect(wieMag((actor) => rule(actor, here))).toEqual(expected);
});

test('everybody may change their own name, the coördinator and the beheerder all', () => {
	const student = ACTORS.student.soort === 'persoon' ? ACTORS.student.persoonId : '';
	expect(wieMag((actor) => mayEditPersoon(actor, { ...here, persoonId: student }))).toEqual(
		mag('beheerder', 'coordinator', 'student', 'systeem'),
	);
});

test('a student knows their own name, not that of everybody', () => {
	const student = ACTORS.student.soort === 'persoon' ? ACTORS.student.persoonId : '';
	expect(wieMag((actor) => mayReadPersoon(actor, { ...here, persoonId: student }))).toEqual(
		mag(...KENT_IEDEREEN, 'student'),
	);
});

const BY_BEHEERDER = mag('beheerder', 'systeem');
const BY_COORDINATOR = mag('coordinator', 'systeem');
const BY: Record<WerkplaatsRol, string[]> = {
	beheerder: BY_BEHEERDER,
	fg: BY_BEHEERDER,
	coordinator: mag('beheerder', 'coordinator', 'systeem'),
	lector: BY_COORDINATOR,
	docentonderzoeker: BY_COORDINATOR,
	partnercontact: BY_COORDINATOR,
	accountant: BY_COORDINATOR,
};

test.each(Object.keys(WERKPLAATS_ROLLEN) as WerkplaatsRol[])('who may assign %s', (rol) => {
	expect(wieMag((actor) => mayAssignRol(actor, { ...here, rol }))).toEqual(BY[rol]);
});
