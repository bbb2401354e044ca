import { heeftRol, type Actor } from './actor.ts';
import { heeftTeamrol, mayReadRuimte, type LeeromgevingFacts } from './leeromgeving.ts';

/** A bijeenkomst is seen by who may enter the ruimte of its team. */
export const mayReadBijeenkomst = mayReadRuimte;

/** Plan, change and remove one. Student, agendalid and procesobservator come to what others plan. */
export const mayWriteBijeenkomst = (actor: Actor, facts: LeeromgevingFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrol(actor, facts, 'trekker', 'procesbegeleider', 'kernlid', 'lid');
