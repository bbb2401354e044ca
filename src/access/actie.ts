import { heeftRol, type Actor } from './actor.ts';
import { mayReadRuimteVan } from './bijeenkomst.ts';
import { heeftTeamrolIn, type RuimtenFacts } from './leeromgeving.ts';

export const mayReadActies = mayReadRuimteVan;

export interface ActieFacts extends RuimtenFacts {
	/** Whose actie it is; null as long as it is nobody's. */
	wieId: string | null;
}

/** Say what became of it: who does it, and who takes part. */
export const mayFollowActie = (actor: Actor, facts: ActieFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrolIn(actor, facts, 'trekker', 'procesbegeleider', 'kernlid', 'lid', 'student') ||
	(mayReadActies(actor, facts) && actor.soort === 'persoon' && actor.persoonId === facts.wieId);
