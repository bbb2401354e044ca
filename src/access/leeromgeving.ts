import { heeftRol, isIn, type Actor, type InWerkplaats, type LeeromgevingRol } from './actor.ts';

/** What a rule about one leeromgeving has to know. */
export interface LeeromgevingFacts extends InWerkplaats {
	leeromgevingId: string;
}

/** Of something that several teams may hold together; none when it is of the whole werkplaats. */
export interface RuimtenFacts extends InWerkplaats {
	leeromgevingIds: readonly string[];
}

/** True when the actor has one of these roles in this team today; two hats are two roles. */
export const heeftTeamrol = (
	actor: Actor,
	facts: LeeromgevingFacts,
	...rollen: LeeromgevingRol[]
): boolean =>
	isIn(actor, facts) &&
	actor.soort === 'persoon' &&
	actor.lidmaatschappen.some(
		(l) => l.leeromgevingId === facts.leeromgevingId && rollen.includes(l.rol),
	);

/** The same in at least one of these teams. */
export const heeftTeamrolIn = (
	actor: Actor,
	{ werkplaatsId, leeromgevingIds }: RuimtenFacts,
	...rollen: LeeromgevingRol[]
): boolean =>
	leeromgevingIds.some((leeromgevingId) =>
		heeftTeamrol(actor, { werkplaatsId, leeromgevingId }, ...rollen),
	);

const isLid = (actor: Actor, facts: LeeromgevingFacts) =>
	isIn(actor, facts) &&
	actor.soort === 'persoon' &&
	actor.lidmaatschappen.some((l) => l.leeromgevingId === facts.leeromgevingId);

/** The voorkant: names, cloth, thema's, status and leervragen are for everyone of the werkplaats. */
export const mayReadVoorkant = (actor: Actor, facts: InWerkplaats) => isIn(actor, facts);

/** The space: leden, praktijkvragen, werkwijze and invitations. */
export const mayReadRuimte = (actor: Actor, facts: LeeromgevingFacts) =>
	isLid(actor, facts) || heeftRol(actor, facts, 'coordinator', 'lector', 'docentonderzoeker', 'fg');

/** The space of one of these teams; of none: who looks over all of them. */
export const mayReadRuimten = (actor: Actor, { werkplaatsId, leeromgevingIds }: RuimtenFacts) =>
	heeftRol(actor, { werkplaatsId }, 'coordinator', 'lector', 'docentonderzoeker', 'fg') ||
	leeromgevingIds.some((leeromgevingId) => isLid(actor, { werkplaatsId, leeromgevingId }));

/** A docentonderzoeker who starts one becomes its trekker. */
export const mayCreateLeeromgeving = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator', 'lector', 'docentonderzoeker');

/** Its name, goal, thema's, status, cloth. */
export const mayEditLeeromgeving = (actor: Actor, facts: LeeromgevingFacts) =>
	heeftRol(actor, facts, 'coordinator') ||
	heeftTeamrol(actor, facts, 'trekker', 'procesbegeleider');

/** Who sits at the table, and who is invited to it. */
export const mayEditLeden = mayEditLeeromgeving;

/** All cloths of the werkplaats side by side. */
export const mayEditKleden = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator', 'beheerder');
