import {
	LEEROMGEVING_ROLLEN,
	NIEMAND,
	WERKPLAATS_ROLLEN,
	type Actor,
	type LeeromgevingRol,
	type PersoonActor,
	type WerkplaatsRol,
} from './actor.ts';

/** For tests of rules: one actor per role, and those who have none here. */

export const HIER = 'werkplaatshierhierhi';
const ELDERS = 'werkplaatseldersxxxx';
/** The team in which the actors with a team role have it. */
export const TEAM = 'leeromgevinghierhier';
/** Another team of the same werkplaats: nobody below is in it. */
export const ANDER_TEAM = 'leeromgevingandersxx';
/** At this one `gast` sits. */
export const BORD = 'bordhierhierhierhier';
/** The organisatie of which `partnercontact` is the contact. */
export const ORGANISATIE = 'organisatiehierhierh';

export const persoonActor = (part: Partial<PersoonActor> = {}): PersoonActor => ({
	soort: 'persoon',
	persoonId: 'persoonzonderrolxxxx',
	accountId: 'accountzonderrolxxxx',
	werkplaatsId: HIER,
	rollen: [],
	lidmaatschappen: [],
	contactVan: [],
	...part,
});

const metRol = (rol: WerkplaatsRol) =>
	persoonActor({
		persoonId: `persoon-${rol}`,
		accountId: `account-${rol}`,
		rollen: [rol],
		contactVan: rol === 'partnercontact' ? [ORGANISATIE] : [],
	});

const inTeam = (rol: LeeromgevingRol) =>
	persoonActor({
		persoonId: `persoon-${rol}`,
		accountId: `account-${rol}`,
		lidmaatschappen: [{ leeromgevingId: TEAM, rol }],
	});

export type TestActor =
	WerkplaatsRol | LeeromgevingRol | 'zonderRol' | 'elders' | 'systeem' | 'gast' | 'niemand';

const rolesOf = <K extends string>(rollen: Record<K, string>, make: (rol: K) => Actor) =>
	Object.fromEntries((Object.keys(rollen) as K[]).map((rol) => [rol, make(rol)])) as Record<
		K,
		Actor
	>;

/**
 * `beheerder` … `fg`, `trekker` … `procesobservator` (member of TEAM), `zonderRol` (invited, no
 * role yet), `elders` (every role, but of another werkplaats), `systeem`, `gast` (at BORD, a bord of
 * TEAM), `niemand`.
 */
export const ACTORS: Record<TestActor, Actor> = {
	...rolesOf(WERKPLAATS_ROLLEN, metRol),
	...rolesOf(LEEROMGEVING_ROLLEN, inTeam),
	zonderRol: persoonActor(),
	elders: persoonActor({
		werkplaatsId: ELDERS,
		rollen: Object.keys(WERKPLAATS_ROLLEN) as WerkplaatsRol[],
		lidmaatschappen: [{ leeromgevingId: TEAM, rol: 'trekker' }],
		contactVan: [ORGANISATIE],
	}),
	systeem: { soort: 'systeem', werkplaatsId: HIER },
	gast: { soort: 'gast', bordId: BORD, deelnemerId: 'deelnemergastgastgas' },
	niemand: NIEMAND,
};

/** Everyone of the werkplaats HIER, the program itself included. */
export const IEDEREEN_HIER = (Object.keys(ACTORS) as TestActor[]).filter(
	(name) => !['elders', 'gast', 'niemand'].includes(name),
);

/** Which of the actors a rule says yes to, sorted: compare with `mag(…)`. */
export const wieMag = (rule: (actor: Actor) => boolean): TestActor[] =>
	(Object.keys(ACTORS) as TestActor[]).filter((name) => rule(ACTORS[name])).sort();

/** The expected side of a row of the table: these actors, sorted. */
export const mag = (...names: TestActor[]): TestActor[] => [...new Set(names)].sort();
