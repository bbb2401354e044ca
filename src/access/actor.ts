/** Who acts. Loaded once per request or connection; rules read it and nothing else. */

export const WERKPLAATS_ROLLEN = {
	beheerder: 'beheerder',
	coordinator: 'coördinator',
	lector: 'lector',
	docentonderzoeker: 'docentonderzoeker',
	partnercontact: 'contactpersoon van een partner',
	accountant: 'accountant',
	fg: 'functionaris gegevensbescherming',
} as const;
export type WerkplaatsRol = keyof typeof WERKPLAATS_ROLLEN;

export const LEEROMGEVING_ROLLEN = {
	trekker: 'trekker',
	procesbegeleider: 'procesbegeleider',
	kernlid: 'kernlid',
	lid: 'lid',
	agendalid: 'agendalid',
	student: 'student',
	procesobservator: 'procesobservator',
} as const;
export type LeeromgevingRol = keyof typeof LEEROMGEVING_ROLLEN;

/** From which side somebody looks. Several sides at one table is the point of a werkplaats. */
export const PERSPECTIEVEN = {
	bewoner: 'bewoner',
	'sociaal-werk': 'sociaal werk',
	beleid: 'beleid',
	onderzoek: 'onderzoek en onderwijs',
	student: 'student',
	ondernemer: 'corporatie of ondernemer',
	vrijwilliger: 'vrijwilliger',
	bestuur: 'bestuur en management',
	beroepsvereniging: 'beroepsvereniging',
	anders: 'anders',
} as const;
export type Perspectief = keyof typeof PERSPECTIEVEN;

export type Vermelding = 'volledig' | 'voornaam' | 'anoniem';

export interface PersoonActor {
	soort: 'persoon';
	persoonId: string;
	accountId: string;
	werkplaatsId: string;
	rollen: readonly WerkplaatsRol[];
	/** Memberships that hold today. */
	lidmaatschappen: readonly { leeromgevingId: string; rol: LeeromgevingRol }[];
	/** Organisaties this person is partnercontact of. */
	contactVan: readonly string[];
}

/** The program itself: a job, the command line, the first-time set-up. */
export interface SysteemActor {
	soort: 'systeem';
	werkplaatsId: string;
}

/** Without account, at the table of one bord: in no werkplaats, so every rule that does not name a gast refuses. */
export interface GastActor {
	soort: 'gast';
	bordId: string;
	deelnemerId: string;
}

/** Logged in, but invited nowhere yet; or not logged in at all. */
export interface NiemandActor {
	soort: 'niemand';
}

export type Actor = PersoonActor | SysteemActor | GastActor | NiemandActor;

/** Who is in a werkplaats. */
export type WerkplaatsActor = PersoonActor | SysteemActor;

export const isInEen = (actor: Actor): actor is WerkplaatsActor =>
	actor.soort === 'persoon' || actor.soort === 'systeem';

export const NIEMAND: NiemandActor = { soort: 'niemand' };

/** What every fact about an object says at least: whose it is. */
export interface InWerkplaats {
	werkplaatsId: string;
}

/** True when the actor belongs to this werkplaats: the first half of every other rule. */
export const isIn = (actor: Actor, { werkplaatsId }: InWerkplaats): actor is WerkplaatsActor =>
	isInEen(actor) && actor.werkplaatsId === werkplaatsId;

/** True when the actor has one of these roles in this werkplaats. */
export const heeftRol = (actor: Actor, where: InWerkplaats, ...rollen: WerkplaatsRol[]): boolean =>
	isIn(actor, where) && (actor.soort === 'systeem' || rollen.some((r) => actor.rollen.includes(r)));

/** The werkplaats the actor is in; of nobody an id that no werkplaats has. */
export const werkplaatsVan = (actor: Actor): string => (isInEen(actor) ? actor.werkplaatsId : '');

/** Who did it, for a `door` or `updatedBy` column; the program itself is nobody. */
export const doorWie = (actor: Actor): string | null =>
	actor.soort === 'persoon' ? actor.persoonId : null;
