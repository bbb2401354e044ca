import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import {
	leidtBijeenkomst,
	mayPlanBijeenkomst,
	mayReadRuimteVan,
	mayRemoveBijeenkomst,
	mayWriteBijeenkomst,
} from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDag } from '#features/datum/toon.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { ledenNu, namenOf } from '#features/leeromgeving/rows.server.ts';
import { persoonNaam, wieWas } from '#features/persoon/rows.server.ts';
import { detailWerkplaats, listPerioden } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { delenVan } from './duur.ts';
import {
	factsOf,
	findBijeenkomst,
	ruimtenOf,
	voorbereiderIds,
	type BijeenkomstRow,
} from './find.server.ts';
import { readableBijeenkomsten, vanTeams } from './readable.server.ts';
import { opDatum, regelOf, rowsOf, type BijeenkomstRegel } from './regel.server.ts';
import {
	afgezegdIds,
	afzeggingOf,
	dagdeelRows,
	keukentafelOf,
	onderwijsOf,
	organisatorRows,
	reeksOf,
	titelRows,
	titelsPer,
} from './rows.server.ts';
import type { BijeenkomstSoort } from './soort.ts';
import { bijeenkomst } from './tables.server.ts';
import { waarschuwingen } from './waarschuw.ts';

export type { BijeenkomstRegel } from './regel.server.ts';

export interface Filter {
	soort?: BijeenkomstSoort | undefined;
	leeromgevingId?: string | undefined;
	reeksId?: string | undefined;
}

const gefilterd = ({ soort, leeromgevingId, reeksId }: Filter): SQL[] => [
	...(soort ? [eq(bijeenkomst.soort, soort)] : []),
	...(leeromgevingId ? [vanTeams([leeromgevingId])] : []),
	...(reeksId ? [eq(bijeenkomst.reeksId, reeksId)] : []),
];

/** In whose ruimte it is held; without a team the whole werkplaats stands there. */
export interface Gastheer {
	id: string | null;
	naam: string;
	kleed: string;
}

function vanAllen(actor: Actor): Gastheer {
	const { naam, kleed } = detailWerkplaats(actor);
	return { id: null, naam, kleed };
}

/** Each with its host, called as on that day; `isMijn` also when my team takes part in it. */
function teamsOf(actor: Actor) {
	const voorkanten = listLeeromgevingen(actor);
	const bijId = new Map(voorkanten.map((voorkant) => [voorkant.id, voorkant]));
	const allen = vanAllen(actor);
	const gastheer = (id: string | null, dag: string): Gastheer => {
		const voorkant = id === null ? undefined : bijId.get(id);
		if (!voorkant) return allen;
		return { id: voorkant.id, naam: naamOp(voorkant.namen, dag), kleed: voorkant.kleed };
	};
	return (row: BijeenkomstRow) => {
		const dag = row.datum?.dag ?? today();
		const ruimten = ruimtenOf(row);
		return {
			...gastheer(row.leeromgevingId, dag),
			mede: ruimten.filter((id) => id !== row.leeromgevingId).map((id) => gastheer(id, dag)),
			isMijn: ruimten.some((id) => bijId.get(id)?.isMijn),
		};
	};
}

function regelsOf(actor: Actor, which: SQL): BijeenkomstRegel[] {
	const afgezegd = afgezegdIds(actor);
	return rowsOf(which).map((row) => ({
		...regelOf(actor, row),
		afgezegd: afgezegd.has(row.id),
	}));
}

/** The bijeenkomsten of one team, also with others. Forbidden for who is not in its space. */
export function listBijeenkomsten(actor: Actor, leeromgevingId: string, filter: Filter = {}) {
	const row = team.findRuimte(actor, leeromgevingId);
	const which = and(vanTeams([row.id]), isNull(bijeenkomst.weggehaaldOp), ...gefilterd(filter))!;
	return {
		...opDatum(regelsOf(actor, which)),
		weggehaald: weggehaaldOf(actor, vanTeams([row.id])),
		may: { write: mayPlanBijeenkomst(actor, team.factsOf(row)) },
	};
}

/** What was removed and this actor may put back, latest first. */
function weggehaaldOf(actor: Actor, which: SQL) {
	return rowsOf(and(which, isNotNull(bijeenkomst.weggehaaldOp))!)
		.filter((row) => mayRemoveBijeenkomst(actor, factsOf(row)))
		.sort((a, b) => Number(b.weggehaaldOp) - Number(a.weggehaaldOp))
		.map((row) => ({
			id: row.id,
			titel: row.titel,
			datum: row.datum,
			op: row.weggehaaldOp!,
			door: wieWas(row.werkplaatsId, row.weggehaaldDoor),
		}));
}

/** The same of what is of the whole werkplaats. */
export const weggehaaldVanAllen = (actor: Actor) =>
	weggehaaldOf(
		actor,
		and(eq(bijeenkomst.werkplaatsId, werkplaatsVan(actor)), isNull(bijeenkomst.leeromgevingId))!,
	);

/** All that the actor may know of, with the team, by day. */
export function regelsMetTeam(actor: Actor, filter: Filter = {}) {
	const [teamOf, afgezegd, titels] = [teamsOf(actor), afgezegdIds(actor), titelsPer(actor)];
	const which = and(readableBijeenkomsten(actor), ...gefilterd(filter))!;
	return rowsOf(which).map((row) => ({
		...regelOf(actor, row),
		afgezegd: afgezegd.has(row.id),
		team: teamOf(row),
		/** By which it is found too. */
		andereTitels: titels.get(row.id) ?? [],
	}));
}
export type RegelMetTeam = ReturnType<typeof regelsMetTeam>[number];

export const listAlleBijeenkomsten = (actor: Actor, filter: Filter = {}) =>
	opDatum(regelsMetTeam(actor, filter));

/** What has a day, goes on, and comes in the teams the actor sits in. */
export const listVolgende = (actor: Actor) =>
	listAlleBijeenkomsten(actor).komend.filter(
		({ datum, team, afgezegd }) => datum && team.isMijn && !afgezegd,
	);

/** Who is in one of its teams now, to choose from; only for who may enter one of them too. */
export function listMensen(actor: Actor, id: string) {
	const facts = factsOf(findBijeenkomst(actor, id));
	must(mayReadRuimteVan(actor, facts));
	return ledenNu(facts.leeromgevingIds);
}

/** Each of its hosts, called as on that day: first the one whose ruimte it is in. */
function gastherenOf(actor: Actor, row: BijeenkomstRow): { team: Gastheer; mede: Gastheer[] } {
	const dag = row.datum?.dag ?? today();
	const gastheer = (id: string): Gastheer => {
		const { kleed } = team.findLeeromgeving(actor, id);
		return { id, naam: naamOp(namenOf(id), dag), kleed };
	};
	const { leeromgevingId } = row;
	const mede = ruimtenOf(row).filter((id) => id !== leeromgevingId);
	return {
		team: leeromgevingId === null ? vanAllen(actor) : gastheer(leeromgevingId),
		mede: mede.map(gastheer),
	};
}

/** Names and what was written: only for who may enter one of its ruimten. */
const binnenOf = (row: BijeenkomstRow) => ({
	omschrijving: row.omschrijving,
	voorbereiders: voorbereiderIds(row.id).map((id) => ({
		id,
		naam: persoonNaam(row.werkplaatsId, id),
	})),
	onderwijs: onderwijsOf(row.id),
	keukentafel: keukentafelOf(row.id),
});
const BUITEN: Record<keyof ReturnType<typeof binnenOf>, null> = {
	omschrijving: null,
	voorbereiders: null,
	onderwijs: null,
	keukentafel: null,
};

const mayOf = (actor: Actor, row: BijeenkomstRow) => {
	const facts = factsOf(row);
	return {
		/** Its verslag, agenda, presentie: the ruimte. Who may not, reads /over. */
		enter: mayReadRuimteVan(actor, facts),
		write: mayWriteBijeenkomst(actor, facts),
		leidt: leidtBijeenkomst(actor, facts),
		remove: mayRemoveBijeenkomst(actor, facts),
	};
};

/** One bijeenkomst; NotFound when it was removed. */
export function detailBijeenkomst(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	const may = mayOf(actor, row);
	const [dagdelen, afzegging] = [dagdeelRows(id), afzeggingOf(row)];
	return {
		...regelOf(actor, row),
		...gastherenOf(actor, row),
		...(may.enter ? binnenOf(row) : BUITEN),
		afgezegd: afzegging !== null,
		/** Why is for who may enter. */
		afzegging: afzegging && may.enter ? afzegging : null,
		gemeente: row.gemeente,
		fasen: row.fasen,
		pauzes: row.pauzes,
		nieuwsUrl: row.nieuwsUrl,
		organisatoren: organisatorRows(id),
		titels: titelRows(id),
		reeks: reeksOf(actor, row),
		dagdelen,
		/** The stretches of time that are known for sure: nothing without a day, begin and end. */
		delen: delenVan(row, dagdelen),
		dagdeelTekst: dagdelen.map((deel) => `${toonDag(deel.dag)}, ${toonTijden(deel)}`),
		waarschuwingen: may.write
			? waarschuwingen(row, { perioden: listPerioden(actor), dagdelen })
			: [],
		may,
	};
}
export type BijeenkomstDetail = ReturnType<typeof detailBijeenkomst>;
