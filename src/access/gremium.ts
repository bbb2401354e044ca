import {
	type Actor,
	heeftRol,
	type InWerkplaats,
	isIn,
	isInEen,
	WERKPLAATS_ROLLEN,
	type WerkplaatsRol,
} from './actor.ts';

/*
 * A gremium reads along; it never stands above a team. So there is no rule here by which it
 * approves what a team writes, and there must not come one (AC-07).
 */

interface GremiumFacts extends InWerkplaats {
	/** The personen who are in it today. */
	leden: readonly string[];
}

/** All gremia of the werkplaats. */
export const mayListGremia = (actor: Actor) =>
	isInEen(actor) && heeftRol(actor, actor, ...(Object.keys(WERKPLAATS_ROLLEN) as WerkplaatsRol[]));

/** One gremium: who sees them all, and who is in it. */
export const mayReadGremium = (actor: Actor, facts: GremiumFacts) =>
	isIn(actor, facts) &&
	(mayListGremia(actor) || (actor.soort === 'persoon' && facts.leden.includes(actor.persoonId)));

export const mayEditGremium = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator', 'lector');
