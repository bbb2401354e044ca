import type { Actor } from '#access/actor.ts';
import { mayReadRuimteVan } from '#access/bijeenkomst.ts';
import { dagVanIso, weekdag } from '#features/datum/kalender.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDagKort, toonDatum, vergelijkDatum } from '#features/datum/toon.ts';
import { maandNaam } from '#features/datum/woorden.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import type { SQL } from 'drizzle-orm';
import { toonAantal } from './aantal.ts';
import { factsOf, type BijeenkomstRow } from './find.server.ts';
import { bijeenkomst } from './tables.server.ts';

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

/** Who may not enter its ruimte reads what it is about elsewhere. */
export const plekVan = (actor: Actor, row: BijeenkomstRow) =>
	mayReadRuimteVan(actor, factsOf(row))
		? `/bijeenkomsten/${row.id}`
		: `/bijeenkomsten/${row.id}/over`;

/** What a list tells of each. */
export const regelOf = (actor: Actor, row: BijeenkomstRow) => ({
	id: row.id,
	href: plekVan(actor, row),
	leeromgevingId: row.leeromgevingId,
	soort: row.soort,
	soortAnders: row.soortAnders,
	titel: row.titel,
	datum: row.datum,
	begin: row.begin,
	eind: row.eind,
	plaats: row.plaats,
	open: row.open,
	reeksId: row.reeksId,
	periodeId: row.periodeId,
	komend: isKomend(row),
	/** In words, so that a list needs nothing of the calendar. */
	wanneer: wanneerOf(row),
	tijden: toonTijden(row),
	/** As it was counted or guessed; empty when nobody did. */
	hoeveel: toonAantal(row),
	/** As a leaf of a calendar, when it is one day for sure. */
	blad: bladOf(row),
});

export type BijeenkomstRegel = ReturnType<typeof regelOf> & {
	/** It does not go on. */
	afgezegd: boolean;
};

/** By day and then by hour; two on one day is legal. */
export const vergelijkRegel = (a: BijeenkomstRegel, b: BijeenkomstRegel) =>
	vergelijkDatum(a.datum, b.datum) || a.begin.localeCompare(b.begin);

/** What comes, nearest first; then what was, latest first. */
export function opDatum<T extends BijeenkomstRegel>(regels: T[]) {
	const sorted = regels.sort(vergelijkRegel);
	return {
		komend: sorted.filter((regel) => regel.komend),
		geweest: sorted.filter((regel) => !regel.komend).reverse(),
	};
}

export const rowsOf = (which: SQL): BijeenkomstRow[] =>
	db().select().from(bijeenkomst).where(which).all();
