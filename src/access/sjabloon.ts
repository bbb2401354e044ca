import { heeftRol, type Actor, type InWerkplaats } from './actor.ts';
import { mayWriteBijeenkomst } from './bijeenkomst.ts';

/** Who plans what a team does also says how its verslagen begin. */
export const mayWriteTeamSjabloon = mayWriteBijeenkomst;

/** One for all teams of the werkplaats. */
export const mayWriteWerkplaatsSjabloon = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator');
