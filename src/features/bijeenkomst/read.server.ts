import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayRemoveBijeenkomst, mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import { dagVanIso, weekdag } from '#features/datum/kalender.ts';
import { toonDagKort, toonDatum, vergelijkDatum } from '#features/datum/toon.ts';
import { maandNaam } from '#features/datum/woorden.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { detailVoorkant, listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { factsOf, findBijeenkomst, type BijeenkomstRow } from './find.server.ts';
import { bijeenkomst } from './tables.server.ts';
import { isEenDag, toonTijden } from './tijd.ts';

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

function rowsOf(leeromgevingIds: string[]): BijeenkomstRow[] {
	const { leeromgevingId, weggehaaldOp } = bijeenkomst;
	const here = and(inArray(leeromgevingId, leeromgevingIds), isNull(weggehaaldOp));
	return db().select().from(bijeenkomst).where(here).all();
}

/** The bijeenkomsten of one team. Forbidden for who is not in its space. */
export function listBijeenkomsten(actor: Actor, leeromgevingId: string) {
	const row = team.findRuimte(actor, leeromgevingId);
	return {
		...opDatum(rowsOf([row.id]).map(regelOf)),
		weggehaald: weggehaaldOf(actor, row.id),
		may: { write: mayWriteBijeenkomst(actor, team.factsOf(row)) },
	};
}

/** What was removed and this actor may put back, latest first. */
function weggehaaldOf(actor: Actor, leeromgevingId: string) {
	const gone = and(
		eq(bijeenkomst.leeromgevingId, leeromgevingId),
		isNotNull(bijeenkomst.weggehaaldOp),
	);
	const rows = db().select().from(bijeenkomst).where(gone).all();
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

/** Those of every team whose space the actor may enter, with the team. */
export function listAlleBijeenkomsten(actor: Actor) {
	const teams = new Map(
		listLeeromgevingen(actor)
			.filter(({ may }) => may.enter)
			.map(({ id, naam, kleed, isMijn }) => [id, { id, naam, kleed, isMijn }] as const),
	);
	return opDatum(
		rowsOf([...teams.keys()]).map((row) => ({
			...regelOf(row),
			team: teams.get(row.leeromgevingId)!,
		})),
	);
}

/** What has a day and comes in the teams the actor sits in. */
export const listVolgende = (actor: Actor) =>
	listAlleBijeenkomsten(actor).komend.filter((regel) => regel.datum && regel.team.isMijn);

/** One bijeenkomst; NotFound when it was removed. */
export function detailBijeenkomst(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	const { naam, kleed } = detailVoorkant(actor, row.leeromgevingId);
	return {
		...regelOf(row),
		team: { id: row.leeromgevingId, naam, kleed },
		may: {
			write: mayWriteBijeenkomst(actor, factsOf(row)),
			remove: mayRemoveBijeenkomst(actor, factsOf(row)),
		},
	};
}
export type BijeenkomstDetail = ReturnType<typeof detailBijeenkomst>;
