import { doorWie, heeftRol, isIn, type Actor, type InWerkplaats } from './actor.ts';
import { heeftTeamrol, heeftTeamrolIn, mayReadRuimten, type RuimtenFacts } from './leeromgeving.ts';

/** In whose ruimten it is held, and who planned it. */
export interface GeplandFacts extends RuimtenFacts {
	door: string | null;
}

export interface BijeenkomstFacts extends GeplandFacts {
	/** Anybody may come. */
	open: boolean;
	voorbereiderIds: readonly string[];
}

const isVan = (actor: Actor, persoonId: string | null) =>
	actor.soort === 'persoon' && actor.persoonId === persoonId;

const zonderTeam = ({ leeromgevingIds }: RuimtenFacts) => leeromgevingIds.length === 0;

/** Who may plan it without a team, and did. */
const plandeZelf = (actor: Actor, facts: GeplandFacts) =>
	zonderTeam(facts) && isVan(actor, facts.door) && mayPlanZonderTeam(actor, facts);

const mayPlanZonderTeam = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator', 'lector', 'docentonderzoeker');

/** Its verslag, who comes, who was there and what they said: for who may enter one of its ruimten. */
export const mayReadRuimteVan = mayReadRuimten;

/** That it is there: title, when, where and by whom. An open one is for the whole werkplaats. */
export const mayReadBijeenkomst = (
	actor: Actor,
	facts: RuimtenFacts & Pick<BijeenkomstFacts, 'open'>,
) => mayReadRuimteVan(actor, facts) || (isIn(actor, facts) && (facts.open || zonderTeam(facts)));

/** Student, agendalid and procesobservator come to what others plan. */
export const mayPlanBijeenkomst = (
	actor: Actor,
	{ werkplaatsId, leeromgevingId }: InWerkplaats & { leeromgevingId: string | null },
) =>
	leeromgevingId === null
		? mayPlanZonderTeam(actor, { werkplaatsId })
		: heeftRol(actor, { werkplaatsId }, 'coordinator') ||
			heeftTeamrol(
				actor,
				{ werkplaatsId, leeromgevingId },
				'trekker',
				'procesbegeleider',
				'kernlid',
				'lid',
			);

/** Change what was planned. */
export const mayWriteBijeenkomst = (actor: Actor, facts: GeplandFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrolIn(actor, facts, 'trekker', 'procesbegeleider', 'kernlid', 'lid') ||
	plandeZelf(actor, facts);

/** Answers for it: vaststellen, confirm who was there, publish. */
export const leidtBijeenkomst = (actor: Actor, facts: GeplandFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrolIn(actor, facts, 'trekker', 'procesbegeleider') ||
	plandeZelf(actor, facts);

/** With it goes a text that others wrote: only who leads, or who planned it, and so back again. */
export const mayRemoveBijeenkomst = (actor: Actor, facts: GeplandFacts) =>
	leidtBijeenkomst(actor, facts) ||
	(mayWriteBijeenkomst(actor, facts) && facts.door !== null && facts.door === doorWie(actor));

/** Who plans, and who prepare this one: that may be a student. */
export const mayEditAgenda = (actor: Actor, facts: BijeenkomstFacts) =>
	mayWriteBijeenkomst(actor, facts) ||
	(facts.voorbereiderIds.some((id) => isVan(actor, id)) && mayReadRuimteVan(actor, facts));

/** Next point, pause, and the code on the beamer. */
export const mayLoopAgenda = mayEditAgenda;

/** A reeks is of one team, or of the whole werkplaats. */
export type ReeksFacts = GeplandFacts;

/** That it is there, how often, and since when. */
export const mayReadReeks = (actor: Actor, facts: ReeksFacts) =>
	mayReadBijeenkomst(actor, { ...facts, open: false });

export const mayWriteReeks = mayWriteBijeenkomst;

export const mayRemoveReeks = mayRemoveBijeenkomst;
