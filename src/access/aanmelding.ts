import type { Actor } from './actor.ts';
import { mayReadRuimteVan, mayWriteBijeenkomst, type BijeenkomstFacts } from './bijeenkomst.ts';
import { mayCheckIn, type AanwezigFacts } from './presentie.ts';

/** Who plans it asks people to come. */
export const mayInviteTo = mayWriteBijeenkomst;

export const mayReadGenodigden = (actor: Actor, facts: BijeenkomstFacts) =>
	mayReadRuimteVan(actor, facts);

export interface AntwoordFacts extends AanwezigFacts {
	/** Whose answer it is. */
	persoonId: string;
}

/** For oneself; who plans writes down what somebody said. */
export const mayAnswer = (actor: Actor, facts: AntwoordFacts) =>
	mayInviteTo(actor, facts) ||
	(actor.soort === 'persoon' && actor.persoonId === facts.persoonId && mayCheckIn(actor, facts));
