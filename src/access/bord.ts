import { heeftRol, isIn, type Actor, type GastActor } from './actor.ts';
import { mayPlanBijeenkomst } from './bijeenkomst.ts';
import {
	heeftTeamrolIn,
	mayReadRuimten,
	type LeeromgevingFacts,
	type RuimtenFacts,
} from './leeromgeving.ts';

export interface BordFacts extends RuimtenFacts {
	bordId: string;
	/** It is done: everybody reads, nobody changes. */
	afgerond: boolean;
	/** Who holds regie now. */
	regieId: string | null;
	/** Nobody lays down or moves but who holds regie. */
	slot: boolean;
	/** People without account may sit at it. */
	gasten: boolean;
}

/** Who prepares a bijeenkomst in which it is used. */
export interface RegieFacts extends BordFacts {
	voorbereiderIds: readonly string[];
}

/** Whose a briefje is: of a gast, or of a persoon; and who wrote it down for somebody without device. */
export interface BriefjeFacts {
	deelnemerId: string | null;
	persoonId: string | null;
	namensDoor: string | null;
}

const isGastVan = (actor: Actor, facts: BordFacts): actor is GastActor =>
	actor.soort === 'gast' && facts.gasten && actor.bordId === facts.bordId;

const isSysteem = (actor: Actor, facts: RuimtenFacts) =>
	isIn(actor, facts) && actor.soort === 'systeem';

const LEIDERS = ['trekker', 'procesbegeleider'] as const;
/** Who of the team sits at its table. Reading by role, or to observe, is no seat. */
export const ZITPLAATSEN = [...LEIDERS, 'kernlid', 'lid', 'student', 'agendalid'] as const;

const leidtTeam = (actor: Actor, facts: RuimtenFacts) =>
	heeftRol(actor, facts, 'coordinator') || heeftTeamrolIn(actor, facts, ...LEIDERS);

/** Sits at the table with an account. */
const zitAan = (actor: Actor, facts: RuimtenFacts) =>
	leidtTeam(actor, facts) || heeftTeamrolIn(actor, facts, ...ZITPLAATSEN);

const houdtRegie = (actor: Actor, facts: BordFacts) =>
	actor.soort === 'systeem' || (actor.soort === 'persoon' && actor.persoonId === facts.regieId);

const isOpenVoor = (actor: Actor, facts: BordFacts) => !facts.slot || houdtRegie(actor, facts);

/** Take it along, show it on a wall, put it on paper, know who sits in its team: a gast does not. */
export const mayNeemMee = (actor: Actor, facts: RuimtenFacts) => mayReadRuimten(actor, facts);

/** All that lies open. A gast sees this bord and nothing else. */
export const mayReadBord = (actor: Actor, facts: BordFacts) =>
	isGastVan(actor, facts) || mayNeemMee(actor, facts);

/** Group, name, derive, agree: by hand in the live document. The program does so also afterwards. */
export const mayArrange = (actor: Actor, facts: BordFacts) =>
	isSysteem(actor, facts) || (!facts.afgerond && zitAan(actor, facts) && isOpenVoor(actor, facts));

/** Takes part: dots, a raised hand, "ik ben klaar". */
export const mayStip = (actor: Actor, facts: BordFacts) =>
	!facts.afgerond && (isGastVan(actor, facts) || zitAan(actor, facts));

export const mayHand = mayStip;

export const mayLegBriefje = (actor: Actor, facts: BordFacts) =>
	mayStip(actor, facts) && isOpenVoor(actor, facts);

/** For who has no device: only who has an account and a seat. */
export const mayNamens = (actor: Actor, facts: BordFacts) =>
	actor.soort !== 'gast' && mayLegBriefje(actor, facts);

const isVan = (actor: Actor, van: BriefjeFacts) => {
	if (actor.soort === 'gast') return actor.deelnemerId === van.deelnemerId;
	if (actor.soort !== 'persoon') return false;
	return actor.persoonId === van.persoonId || actor.persoonId === van.namensDoor;
};

/** Its words: of nobody but who wrote them. */
export const mayWijzigBriefje = (actor: Actor, facts: BordFacts, van: BriefjeFacts) =>
	mayStip(actor, facts) && isVan(actor, van);

/** Away from the table, and back on it. */
export const mayHaalWeg = (actor: Actor, facts: BordFacts, van: BriefjeFacts) =>
	mayWijzigBriefje(actor, facts, van) || mayRegie(actor, facts);

/** Phase, clock, locks, laying open, rounds of dots, who sits at the table. */
export const mayRegie = (actor: Actor, facts: BordFacts) =>
	!facts.afgerond && zitAan(actor, facts) && houdtRegie(actor, facts);

/** Whoever holds it now: the laptop of the other may be dead. */
export const mayNeemRegie = (actor: Actor, facts: RegieFacts) =>
	!facts.afgerond &&
	(leidtTeam(actor, facts) ||
		(zitAan(actor, facts) &&
			actor.soort === 'persoon' &&
			facts.voorbereiderIds.includes(actor.persoonId)));

/** To somebody with a seat and an account. */
export const mayGeefRegie = mayRegie;

/** A bord is of one team: who plans what a team does, makes it. */
export const mayCreateBord = (actor: Actor, facts: LeeromgevingFacts) =>
	mayPlanBijeenkomst(actor, facts);

/** Its questions, what it is tied to, and taking it away. */
export const mayEditBord = (actor: Actor, facts: RuimtenFacts) =>
	leidtTeam(actor, facts) || heeftTeamrolIn(actor, facts, 'kernlid', 'lid');

/** Its questions and its tables; not any more when it is done. */
export const mayWijzigBord = (actor: Actor, facts: BordFacts) =>
	!facts.afgerond && mayEditBord(actor, facts);

/** Done, from now on it is only read. */
export const mayFinaliseBord = (actor: Actor, facts: BordFacts) =>
	!facts.afgerond && (leidtTeam(actor, facts) || mayRegie(actor, facts));

/** After all not done yet. */
export const mayHeropenBord = (actor: Actor, facts: BordFacts) =>
	facts.afgerond && leidtTeam(actor, facts);
