import { heeftRol, isIn, type Actor, type InWerkplaats } from './actor.ts';

/** The agenda and its thema's, chosen or not, are for everyone of the werkplaats. */
export const mayReadKennisagenda = (actor: Actor, facts: InWerkplaats) => isIn(actor, facts);

/** What is on the agenda is a matter of content: a beheerder runs the place, not the agenda. */
export const mayEditKennisagenda = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator', 'lector');
