import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import {
	mayPlanBijeenkomst,
	mayReadReeks,
	mayRemoveReeks,
	mayWriteReeks,
} from '#access/bijeenkomst.ts';
import { vergelijkDatum, toonDatum } from '#features/datum/toon.ts';
import { listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { db } from '#server/db/db.ts';
import { listAlleBijeenkomsten, type Gastheer } from './read.server.ts';
import { telReeks } from './reeks.ts';
import { factsOfReeks, findReeks, wijzigingVanReeks, type ReeksRow } from './reeks.find.server.ts';
import { bijeenkomst, reeks } from './tables.server.ts';

/** How many bijeenkomsten are there of each. */
function delenPer(reeksIds: readonly string[]): Map<string | null, number> {
	const rows = db()
		.select({ reeksId: bijeenkomst.reeksId, delen: count() })
		.from(bijeenkomst)
		.where(and(inArray(bijeenkomst.reeksId, [...reeksIds]), isNull(bijeenkomst.weggehaaldOp)))
		.groupBy(bijeenkomst.reeksId)
		.all();
	return new Map(rows.map((row) => [row.reeksId, row.delen]));
}

const regelOf = (row: ReeksRow, delen: number) => ({
	id: row.id,
	leeromgevingId: row.leeromgevingId,
	titel: row.titel,
	soort: row.soort,
	soortAnders: row.soortAnders,
	datum: row.datum,
	wanneer: row.datum ? toonDatum(row.datum) : '',
	periodeId: row.periodeId,
	circa: row.circa,
	/** That are here one by one. */
	delen,
	...telReeks(row, delen),
});

interface Waar {
	leeromgevingId?: string | undefined;
}

function rowsOf(actor: Actor, { leeromgevingId }: Waar): ReeksRow[] {
	return db()
		.select()
		.from(reeks)
		.where(
			and(
				eq(reeks.werkplaatsId, werkplaatsVan(actor)),
				leeromgevingId === undefined ? undefined : eq(reeks.leeromgevingId, leeromgevingId),
			),
		)
		.all()
		.filter((row) => mayReadReeks(actor, factsOfReeks(row)));
}

function gastheren(actor: Actor) {
	const teams = new Map<string | null, Gastheer>(
		listLeeromgevingen(actor).map(({ id, naam, kleed }) => [id, { id, naam, kleed }]),
	);
	const { naam, kleed } = detailWerkplaats(actor);
	return ({ leeromgevingId }: ReeksRow): Gastheer =>
		teams.get(leeromgevingId) ?? { id: null, naam, kleed };
}

/** All reeksen that this actor may know of, or those of one team, in the order of time. */
export function listReeksen(actor: Actor, waar: Waar = {}) {
	const rows = rowsOf(actor, waar).filter((row) => row.weggehaaldOp === null);
	const [delen, teamVan] = [delenPer(rows.map(({ id }) => id)), gastheren(actor)];
	return rows
		.map((row) => ({ ...regelOf(row, delen.get(row.id) ?? 0), team: teamVan(row) }))
		.sort((a, b) => vergelijkDatum(a.datum, b.datum) || a.titel.localeCompare(b.titel, 'nl'));
}
export type ReeksRegel = ReturnType<typeof listReeksen>[number];

/** What was removed and this actor may put back. */
export const listReeksenWeg = (actor: Actor) =>
	rowsOf(actor, {})
		.filter((row) => row.weggehaaldOp !== null && mayRemoveReeks(actor, factsOfReeks(row)))
		.map(({ id, titel }) => ({ id, titel }));

/** One reeks with those of its bijeenkomsten that this actor may know of. */
export function detailReeks(actor: Actor, id: string) {
	const row = findReeks(actor, id);
	const facts = factsOfReeks(row);
	return {
		...regelOf(row, delenPer([id]).get(id) ?? 0),
		toelichting: row.toelichting,
		bron: row.bron,
		team: gastheren(actor)(row),
		bijeenkomsten: listAlleBijeenkomsten(actor, { reeksId: id }),
		waarde: wijzigingVanReeks(row),
		may: { write: mayWriteReeks(actor, facts), remove: mayRemoveReeks(actor, facts) },
	};
}

/** For whom this actor may plan: teams, and null for the whole werkplaats. */
export function listPlekken(actor: Actor): Gastheer[] {
	const werkplaatsId = werkplaatsVan(actor);
	const mag = (leeromgevingId: string | null) =>
		mayPlanBijeenkomst(actor, { werkplaatsId, leeromgevingId });
	const { naam, kleed } = detailWerkplaats(actor);
	return [
		...listLeeromgevingen(actor)
			.filter(({ id }) => mag(id))
			.map(({ id, naam, kleed }) => ({ id, naam, kleed })),
		...(mag(null) ? [{ id: null, naam, kleed }] : []),
	];
}

/** Those to choose from in a form. */
export const listReeksKeuzes = (actor: Actor) =>
	listReeksen(actor).map(({ id, titel, team }) => ({ id, titel, team: team.naam }));
