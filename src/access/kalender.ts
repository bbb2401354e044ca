import { isIn, type Actor, type InWerkplaats } from './actor.ts';
import { mayEditLeeromgeving, mayReadRuimte } from './leeromgeving.ts';

/** An address for one's own calendar: nobody else makes or sees it. */
export const mayHaveFeed = (actor: Actor, facts: InWerkplaats & { persoonId: string }) =>
	isIn(actor, facts) && actor.soort === 'persoon' && actor.persoonId === facts.persoonId;

export const mayReadTeamfeed = mayReadRuimte;

/** A new address: the old one stops for everybody. */
export const mayRenewTeamfeed = mayEditLeeromgeving;
