import { heeftRol, isIn, type Actor, type InWerkplaats, type WerkplaatsRol } from './actor.ts';

interface PersoonFacts extends InWerkplaats {
	persoonId: string;
}

interface RolFacts extends InWerkplaats {
	rol: WerkplaatsRol;
}

/** Who looks after people, or may have to name them to somebody who asks. */
const KENT_IEDEREEN: readonly WerkplaatsRol[] = [
	'beheerder',
	'coordinator',
	'lector',
	'docentonderzoeker',
	'fg',
];

/**
 * Everybody of the werkplaats by name: for who adds people to a team, or watches over them. All
 * others know the people of the teams whose space they may enter (`mayReadRuimte`).
 */
export const mayListPersonen = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, ...KENT_IEDEREEN) ||
	(isIn(actor, facts) &&
		actor.soort === 'persoon' &&
		actor.lidmaatschappen.some(({ rol }) => rol === 'trekker' || rol === 'procesbegeleider'));

/** One persoon: who may know them all, and you yourself. */
export const mayReadPersoon = (actor: Actor, facts: PersoonFacts) =>
	mayListPersonen(actor, facts) || mayEditPersoon(actor, facts);

/** Roles, invitations, and who can log in: for those who look after the people. */
export const mayManagePersonen = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator', 'beheerder');

/** Your own name and how you want to be named is yours; the coördinator can help. */
export const mayEditPersoon = (actor: Actor, facts: PersoonFacts) =>
	mayManagePersonen(actor, facts) ||
	(isIn(actor, facts) && actor.soort === 'persoon' && actor.persoonId === facts.persoonId);

/** Roles that watch over the place itself: only somebody who runs it hands them out. */
const VAN_DE_BEHEERDER: readonly WerkplaatsRol[] = ['beheerder', 'fg'];

/**
 * A beheerder decides who runs the place and who watches over privacy, and may name a coördinator;
 * the coördinator decides about all other roles. Nobody hands out a role of the other kind.
 */
export function mayAssignRol(actor: Actor, facts: RolFacts): boolean {
	if (VAN_DE_BEHEERDER.includes(facts.rol)) return heeftRol(actor, facts, 'beheerder');
	if (facts.rol === 'coordinator') return heeftRol(actor, facts, 'coordinator', 'beheerder');
	return heeftRol(actor, facts, 'coordinator');
}

/** Shutting somebody out of the place: for who runs it. */
export const mayBlockAccount = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'beheerder');
