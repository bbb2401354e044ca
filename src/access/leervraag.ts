import { heeftRol, isIn, type Actor, type InWerkplaats } from './actor.ts';
import { heeftTeamrol, mayReadRuimte, type LeeromgevingFacts } from './leeromgeving.ts';

/** A leervraag belongs to no team (it is only on the agenda), to one, or to several. */
export interface LeervraagFacts extends InWerkplaats {
	leeromgevingIds: readonly string[];
}

/** Agendalid and procesobservator look on; the others of a team write. */
const schrijftIn = (actor: Actor, facts: LeeromgevingFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrol(actor, facts, 'trekker', 'procesbegeleider', 'kernlid', 'lid', 'student');

/** The kennisagenda is for everyone of the werkplaats. */
export const mayReadLeervraag = (actor: Actor, facts: InWerkplaats) => isIn(actor, facts);

/** Create, change, drop and take up again. Of a leervraag of several teams, each may. */
export const mayWriteLeervraag = (actor: Actor, facts: LeervraagFacts) =>
	facts.leeromgevingIds.length === 0
		? heeftRol(actor, facts, 'coordinator', 'lector')
		: facts.leeromgevingIds.some((leeromgevingId) =>
				schrijftIn(actor, { werkplaatsId: facts.werkplaatsId, leeromgevingId }),
			);

/** A team starts a leervraag of its own, or puts one back on the agenda. */
export const mayKoppelLeervraag = schrijftIn;

/**
 * A team takes a leervraag of the agenda. One that other teams work on only by who may write it
 * there: else taking it would be a way to change what another team wrote.
 */
export const mayNeemLeervraag = (
	actor: Actor,
	vraag: LeervraagFacts,
	{ leeromgevingId }: { leeromgevingId: string },
) =>
	schrijftIn(actor, { werkplaatsId: vraag.werkplaatsId, leeromgevingId }) &&
	(vraag.leeromgevingIds.length === 0 || mayWriteLeervraag(actor, vraag));

/** What happens in daily practice stays in the team. */
export const mayReadPraktijkvraag = mayReadRuimte;

export const mayWritePraktijkvraag = schrijftIn;
