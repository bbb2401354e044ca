import { heeftRol, isIn, type Actor, type InWerkplaats } from './actor.ts';

/** Name, woordenlijst, perioden and subsidies: everyone of the werkplaats may see them. */
export const mayReadWerkplaats = (actor: Actor, facts: InWerkplaats) => isIn(actor, facts);

export const mayEditWerkplaats = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator', 'beheerder');

export const mayEditWoordenlijst = mayEditWerkplaats;

export const mayEditPeriode = mayEditWerkplaats;

export const mayEditSubsidie = mayEditWerkplaats;

/** A new werkplaats starts with the first-time set-up or the command line, never with a person. */
export const mayCreateWerkplaats = (actor: Actor) => actor.soort === 'systeem';
