import { heeftRol, type Actor, type InWerkplaats } from './actor.ts';
import { heeftTeamrol, type LeeromgevingFacts } from './leeromgeving.ts';

/** Who plans what a team does also says how its verslagen begin. */
export const mayWriteTeamSjabloon = (actor: Actor, facts: LeeromgevingFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrol(actor, facts, 'trekker', 'procesbegeleider', 'kernlid', 'lid');

/** One for all teams of the werkplaats. */
export const mayWriteWerkplaatsSjabloon = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator');
