import { and, eq, inArray, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { type Actor, isInEen, werkplaatsVan } from '#access/actor.ts';
import { mayReadRuimte, mayReadRuimten } from '#access/leeromgeving.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { db } from '#server/db/db.ts';
import { bijeenkomst, medeleeromgeving } from './tables.server.ts';

/** Here the rules of access/bijeenkomst.ts are a condition in SQL, and nowhere else. */

/** The teams whose space this actor may enter: the rule itself decides, for each of them. */
function ruimtesVan(actor: Actor): string[] {
	const werkplaatsId = werkplaatsVan(actor);
	return db()
		.select({ id: leeromgeving.id })
		.from(leeromgeving)
		.where(eq(leeromgeving.werkplaatsId, werkplaatsId))
		.all()
		.map(({ id }) => id)
		.filter((leeromgevingId) => mayReadRuimte(actor, { werkplaatsId, leeromgevingId }));
}

/** Of one of these teams: held in its ruimte, or together with it. */
export const vanTeams = (leeromgevingIds: string[]): SQL =>
	or(
		inArray(bijeenkomst.leeromgevingId, leeromgevingIds),
		inArray(
			bijeenkomst.id,
			db()
				.select({ id: medeleeromgeving.bijeenkomstId })
				.from(medeleeromgeving)
				.where(inArray(medeleeromgeving.leeromgevingId, leeromgevingIds)),
		),
	)!;

const zonderTeam = (): SQL =>
	and(
		isNull(bijeenkomst.leeromgevingId),
		notInArray(
			bijeenkomst.id,
			db().select({ id: medeleeromgeving.bijeenkomstId }).from(medeleeromgeving),
		),
	)!;

const hier = (actor: Actor): SQL =>
	and(eq(bijeenkomst.werkplaatsId, werkplaatsVan(actor)), isNull(bijeenkomst.weggehaaldOp))!;

/** `mayReadRuimteVan`: whose verslag, presentie and ervaringen this actor may read. */
export function ruimteReadable(actor: Actor): SQL {
	const overal = mayReadRuimten(actor, {
		werkplaatsId: werkplaatsVan(actor),
		leeromgevingIds: [],
	});
	return overal ? hier(actor) : and(hier(actor), vanTeams(ruimtesVan(actor)))!;
}

/** `mayReadBijeenkomst`: those the actor may know of. */
export const readableBijeenkomsten = (actor: Actor): SQL =>
	!isInEen(actor)
		? sql`0`
		: and(hier(actor), or(vanTeams(ruimtesVan(actor)), eq(bijeenkomst.open, true), zonderTeam()))!;
