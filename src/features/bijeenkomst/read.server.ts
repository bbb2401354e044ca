import { and, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import {
	mayPlanBijeenkomst,
	mayReadRuimteVan,
	mayRemoveBijeenkomst,
	mayWriteBijeenkomst,
} from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { dagVanIso, weekdag } from '#features/datum/kalender.ts';
import { toonDagKort, toonDatum, vergelijkDatum } from '#features/datum/toon.ts';
import { maandNaam } from '#features/datum/woorden.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { detailVoorkant, listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { factsOf, findBijeenkomst, ruimtenOf, type BijeenkomstRow } from './find.server.ts';
import { readableBijeenkomsten, vanTeams } from './readable.server.ts';
import { bijeenkomst } from './tables.server.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { toonTijden } from '#features/datum/tijd.ts';

/** The last day that it may be on is not over; without a day it is still to come. */
const isKomend = ({ datum }: BijeenkomstRow) => !datum || datum.laatste >= today();

/** "do 11 juni" when it is near and sure; else as it was written. */
function wanneerOf(row: BijeenkomstRow): string {
	const { datum } = row;
	if (!datum) return 'Datum nog onbekend';
	if (isKomend(row) && isEenDag(datum) && datum.dag.slice(0, 4) <= today().slice(0, 4))
		return toonDagKort(datum.dag);
	return datum.aangenomen ? `${toonDatum(datum)} (aangenomen)` : toonDatum(datum);
}

function bladOf({ datum }: BijeenkomstRow) {
	if (!isEenDag(datum)) return null;
	const { dag, maand } = dagVanIso(datum.dag);
	return { weekdag: weekdag(datum.dag), dag, maand: maandNaam(maand) };
}

const regelOf = (row: BijeenkomstRow) => ({
	id: row.id,
	leeromgevingId: row.leeromgevingId,
	titel: row.titel,
	datum: row.datum,
	begin: row.begin,
	eind: row.eind,
	plaats: row.plaats,
	komend: isKomend(row),
	/** In words, so that a list needs nothing of the calendar. */
	wanneer: wanneerOf(row),
	tijden: toonTijden(row),
	/** As a leaf of a calendar, when it is one day for sure. */
	blad: bladOf(row),
});
export type BijeenkomstRegel = ReturnType<typeof regelOf>;

/** By day and then by hour; two on one day is legal. */
const vergelijk = (a: BijeenkomstRegel, b: BijeenkomstRegel) =>
	vergelijkDatum(a.datum, b.datum) || a.begin.localeCompare(b.begin);

/** What comes, nearest first; then what was, latest first. */
function opDatum<T extends BijeenkomstRegel>(regels: T[]) {
	const sorted = regels.sort(vergelijk);
	return {
		komend: sorted.filter((regel) => regel.komend),
		geweest: sorted.filter((regel) => !regel.komend).reverse(),
	};
}

const rowsOf = (which: SQL): BijeenkomstRow[] => db().select().from(bijeenkomst).where(which).all();

/** The bijeenkomsten of one team, also with others. Forbidden for who is not in its space. */
export function listBijeenkomsten(actor: Actor, leeromgevingId: string) {
	const row = team.findRuimte(actor, leeromgevingId);
	return {
		...opDatum(rowsOf(and(vanTeams([row.id]), isNull(bijeenkomst.weggehaaldOp))!).map(regelOf)),
		weggehaald: weggehaaldOf(actor, row.id),
		may: { write: mayPlanBijeenkomst(actor, team.factsOf(row)) },
	};
}

/** What was removed and this actor may put back, latest first. */
function weggehaaldOf(actor: Actor, leeromgevingId: string) {
	const rows = rowsOf(and(vanTeams([leeromgevingId]), isNotNull(bijeenkomst.weggehaaldOp))!);
	return rows
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

/** In whose ruimte it is held; without a team the whole werkplaats stands there. */
interface Gastheer {
	id: string | null;
	naam: string;
	kleed: string;
}

function vanAllen(actor: Actor): Gastheer {
	const { naam, kleed } = detailWerkplaats(actor);
	return { id: null, naam, kleed };
}

/** Each with its host; `isMijn` also when my team takes part in it. */
function teamsOf(actor: Actor) {
	const voorkanten = listLeeromgevingen(actor);
	const teams = new Map<string | null, Gastheer>(
		voorkanten.map(({ id, naam, kleed }) => [id, { id, naam, kleed }]),
	);
	const mijn = new Set(voorkanten.filter(({ isMijn }) => isMijn).map(({ id }) => id));
	return (row: BijeenkomstRow) => ({
		...(teams.get(row.leeromgevingId) ?? vanAllen(actor)),
		isMijn: ruimtenOf(row).some((id) => mijn.has(id)),
	});
}

/** All that the actor may know of, with the team. */
export function listAlleBijeenkomsten(actor: Actor) {
	const teamOf = teamsOf(actor);
	return opDatum(
		rowsOf(readableBijeenkomsten(actor)).map((row) => ({ ...regelOf(row), team: teamOf(row) })),
	);
}

/** What has a day and comes in the teams the actor sits in. */
export const listVolgende = (actor: Actor) =>
	listAlleBijeenkomsten(actor).komend.filter((regel) => regel.datum && regel.team.isMijn);

function gastheerOf(actor: Actor, { leeromgevingId }: BijeenkomstRow): Gastheer {
	if (leeromgevingId === null) return vanAllen(actor);
	const { naam, kleed } = detailVoorkant(actor, leeromgevingId);
	return { id: leeromgevingId, naam, kleed };
}

/** One bijeenkomst; NotFound when it was removed. */
export function detailBijeenkomst(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	const facts = factsOf(row);
	return {
		...regelOf(row),
		team: gastheerOf(actor, row),
		may: {
			write: mayWriteBijeenkomst(actor, facts),
			remove: mayRemoveBijeenkomst(actor, facts),
		},
	};
}
export type BijeenkomstDetail = ReturnType<typeof detailBijeenkomst>;

/** Who is in one of its teams now, to choose from; only for who may enter one of them too. */
export function listMensen(actor: Actor, id: string) {
	const facts = factsOf(findBijeenkomst(actor, id));
	must(mayReadRuimteVan(actor, facts));
	return ledenNu(facts.leeromgevingIds);
}
