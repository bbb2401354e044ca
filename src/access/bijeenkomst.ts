import { heeftRol, type Actor } from './actor.ts';
import { heeftTeamrol, mayReadRuimte, type LeeromgevingFacts } from './leeromgeving.ts';

export interface BijeenkomstFacts extends LeeromgevingFacts {
	/** Who planned it. */
	door: string | null;
}

/** A bijeenkomst is seen by who may enter the ruimte of its team. */
export const mayReadBijeenkomst = mayReadRuimte;

/** Plan and change one. Student, agendalid and procesobservator come to what others plan. */
export const mayWriteBijeenkomst = (actor: Actor, facts: LeeromgevingFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrol(actor, facts, 'trekker', 'procesbegeleider', 'kernlid', 'lid');

/** With it goes a text that others wrote: only who leads, or who planned it, and so back again. */
export const mayRemoveBijeenkomst = (actor: Actor, facts: BijeenkomstFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrol(actor, facts, 'trekker', 'procesbegeleider') ||
	(mayWriteBijeenkomst(actor, facts) &&
		actor.soort === 'persoon' &&
		facts.door === actor.persoonId);
