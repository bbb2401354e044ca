import { heeftRol, type Actor, type InWerkplaats } from './actor.ts';
import { leidtBijeenkomst, mayWriteBijeenkomst, type GeplandFacts } from './bijeenkomst.ts';
import { heeftTeamrolIn } from './leeromgeving.ts';

/** What stands on the open web: who answers for it decides. */
export const mayPublish = leidtBijeenkomst;

export const mayReadInschrijvingen = mayWriteBijeenkomst;

/** At the door: students too. */
export const mayCountDoor = (actor: Actor, facts: GeplandFacts) =>
	mayWriteBijeenkomst(actor, facts) || heeftTeamrolIn(actor, facts, 'student');

export const mayWriteBezoek = mayWriteBijeenkomst;

/** A number that somebody gave for many bijeenkomsten at once. */
export const mayWriteTotaal = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator');
