import { isIn, type Actor } from './actor.ts';
import {
	leidtBijeenkomst,
	mayReadRuimteVan,
	mayWriteBijeenkomst,
	type BijeenkomstFacts,
} from './bijeenkomst.ts';
import { heeftTeamrolIn } from './leeromgeving.ts';

export interface AanwezigFacts extends BijeenkomstFacts {
	/** The actor was asked to come. */
	genodigd: boolean;
}

export const mayReadPresentie = (actor: Actor, facts: BijeenkomstFacts) =>
	mayReadRuimteVan(actor, facts);

/** Who sits at a table of it, was asked, or may come because everybody may. Reading by role is no seat. */
export const mayCheckIn = (actor: Actor, facts: AanwezigFacts) =>
	isIn(actor, facts) &&
	actor.soort === 'persoon' &&
	(facts.open ||
		facts.genodigd ||
		heeftTeamrolIn(
			actor,
			facts,
			'trekker',
			'procesbegeleider',
			'kernlid',
			'lid',
			'agendalid',
			'student',
		));

/** Fill the list in for others. */
export const mayWritePresentie = mayWriteBijeenkomst;

/** One line of it: who fills in the list, and who it is about. */
export const mayEditRegel = (actor: Actor, facts: AanwezigFacts & { persoonId: string | null }) =>
	mayWritePresentie(actor, facts) ||
	(mayCheckIn(actor, facts) && actor.soort === 'persoon' && actor.persoonId === facts.persoonId);

export const mayExportPresentie = mayWritePresentie;

/** Answers for the list: from then on there are only corrections. */
export const mayConfirmPresentie = leidtBijeenkomst;

export const mayCorrectPresentie = mayConfirmPresentie;
