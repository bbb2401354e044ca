import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { afgezegdIds } from '#features/bijeenkomst/rows.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { readableBijeenkomsten } from '#features/bijeenkomst/readable.server.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import { db } from '#server/db/db.ts';
import { nummersVan } from './cafe.rows.server.ts';
import { bezoektotaal, bezoektotaalVan } from './tables.server.ts';

/**
 * All kenniscafés of the werkplaats that count, by day, and those of one day by number. A number is
 * of the werkplaats, also when this actor may not know of one of them: `leesbaar` says of which.
 */
export function listCafes(actor: Actor): {
	rows: BijeenkomstRow[];
	leesbaar: Set<string>;
	nummers: Map<string, number>;
} {
	const tellen = and(
		eq(bijeenkomst.werkplaatsId, werkplaatsVan(actor)),
		eq(bijeenkomst.soort, 'open'),
		isNull(bijeenkomst.weggehaaldOp),
		notInArray(bijeenkomst.id, [...afgezegdIds(actor)]),
	);
	const rows = db().select().from(bijeenkomst).where(tellen).all();
	const leesbaar = db()
		.select({ id: bijeenkomst.id })
		.from(bijeenkomst)
		.where(readableBijeenkomsten(actor))
		.all();
	const nummers = nummersVan(rows.map(({ id }) => id));
	const nummer = ({ id }: BijeenkomstRow) => nummers.get(id) ?? Number.MAX_SAFE_INTEGER;
	return {
		rows: rows.sort((a, b) => vergelijkDatum(a.datum, b.datum) || nummer(a) - nummer(b)),
		leesbaar: new Set(leesbaar.map(({ id }) => id)),
		nummers,
	};
}

/** The numbers given for several together, each with which of these it is about. */
export function totalenVan(actor: Actor, cafes: readonly BijeenkomstRow[]) {
	const tellen = new Set(cafes.map(({ id }) => id));
	const rows = db()
		.select()
		.from(bezoektotaal)
		.where(eq(bezoektotaal.werkplaatsId, werkplaatsVan(actor)))
		.all();
	const van = db()
		.select()
		.from(bezoektotaalVan)
		.where(
			inArray(
				bezoektotaalVan.bezoektotaalId,
				rows.map(({ id }) => id),
			),
		)
		.all();
	return rows
		.sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
		.map(({ id, naam, aantal, circa, bron }) => ({
			id,
			naam,
			aantal,
			circa,
			bron,
			van: van
				.filter((row) => row.bezoektotaalId === id && tellen.has(row.bijeenkomstId))
				.map((row) => row.bijeenkomstId),
		}));
}
