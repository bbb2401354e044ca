import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayReadReeks } from '#access/bijeenkomst.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { db } from '#server/db/db.ts';
import { delenVan, type Deel } from './duur.ts';
import type { BijeenkomstRow } from './find.server.ts';
import { factsOfReeks } from './reeks.find.server.ts';
import {
	afzegging,
	bijeenkomst,
	bijeenkomstTitel,
	dagdeel,
	keukentafel,
	medeleeromgeving,
	medeorganisator,
	onderwijs,
	reeks,
} from './tables.server.ts';

/** What hangs on a bijeenkomst, before any rule. */

/** Rows of one moment too: in the order in which they were put there. */
const alsGeschreven = sql`rowid`;

export const titelRows = (bijeenkomstId: string) =>
	db()
		.select({
			id: bijeenkomstTitel.id,
			titel: bijeenkomstTitel.titel,
			soort: bijeenkomstTitel.soort,
			bron: bijeenkomstTitel.bron,
		})
		.from(bijeenkomstTitel)
		.where(eq(bijeenkomstTitel.bijeenkomstId, bijeenkomstId))
		.orderBy(alsGeschreven)
		.all();

/** The other names of those of this werkplaats. */
export function titelsPer(actor: Actor): Map<string, string[]> {
	const rows = db()
		.select({ id: bijeenkomstTitel.bijeenkomstId, titel: bijeenkomstTitel.titel })
		.from(bijeenkomstTitel)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, bijeenkomstTitel.bijeenkomstId))
		.where(eq(bijeenkomst.werkplaatsId, werkplaatsVan(actor)))
		.all();
	const per = Map.groupBy(rows, ({ id }) => id);
	return new Map([...per].map(([id, titels]) => [id, titels.map(({ titel }) => titel)]));
}

export const dagdeelRows = (bijeenkomstId: string) =>
	db()
		.select({
			id: dagdeel.id,
			dag: dagdeel.dag,
			begin: dagdeel.begin,
			eind: dagdeel.eind,
			pauzes: dagdeel.pauzes,
		})
		.from(dagdeel)
		.where(eq(dagdeel.bijeenkomstId, bijeenkomstId))
		.orderBy(asc(dagdeel.dag), asc(dagdeel.begin))
		.all();

/** Its stretches: the dagdelen, or else the one that its own times are. */
export const delenOf = (row: BijeenkomstRow): Deel[] => delenVan(row, dagdeelRows(row.id));

export const organisatorRows = (bijeenkomstId: string) =>
	db()
		.select({ organisatieId: medeorganisator.organisatieId, naam: medeorganisator.naam })
		.from(medeorganisator)
		.where(eq(medeorganisator.bijeenkomstId, bijeenkomstId))
		.orderBy(alsGeschreven)
		.all();

export const medeIds = (bijeenkomstId: string): string[] =>
	db()
		.select({ id: medeleeromgeving.leeromgevingId })
		.from(medeleeromgeving)
		.where(eq(medeleeromgeving.bijeenkomstId, bijeenkomstId))
		.orderBy(asc(medeleeromgeving.createdAt), asc(medeleeromgeving.leeromgevingId))
		.all()
		.map(({ id }) => id);

const geldt = isNull(afzegging.ingetrokkenOp);

/** Why it does not go on; null when it does. */
export function afzeggingOf(row: BijeenkomstRow) {
	const found = db()
		.select()
		.from(afzegging)
		.where(and(eq(afzegging.bijeenkomstId, row.id), geldt))
		.get();
	if (!found) return null;
	const { id, reden, createdAt: op, door } = found;
	return { id, reden, op, door: wieWas(row.werkplaatsId, door) };
}

/** Which of the werkplaats do not go on. */
export const afgezegdIds = (actor: Actor): ReadonlySet<string> =>
	new Set(
		db()
			.select({ id: afzegging.bijeenkomstId })
			.from(afzegging)
			.innerJoin(bijeenkomst, eq(bijeenkomst.id, afzegging.bijeenkomstId))
			.where(and(eq(bijeenkomst.werkplaatsId, werkplaatsVan(actor)), geldt))
			.all()
			.map(({ id }) => id),
	);

/** What a school asks more of; null when nobody filled it in. */
export function onderwijsOf(bijeenkomstId: string) {
	const row = db()
		.select({ ...ONDERWIJS, hogeschool: organisatie.naam })
		.from(onderwijs)
		.leftJoin(organisatie, eq(organisatie.id, onderwijs.hogeschoolId))
		.where(eq(onderwijs.bijeenkomstId, bijeenkomstId))
		.get();
	return row ?? null;
}

const ONDERWIJS = {
	opleiding: onderwijs.opleiding,
	hogeschoolId: onderwijs.hogeschoolId,
	leerjaar: onderwijs.leerjaar,
	gever: onderwijs.gever,
};

/** What an omgekeerd keukentafelgesprek tells more; null when nobody filled it in. */
export function keukentafelOf(bijeenkomstId: string) {
	const row = db()
		.select({
			vraag: keukentafel.vraag,
			bijOrganisatieId: keukentafel.bijOrganisatieId,
			bij: keukentafel.bij,
			bijOrganisatie: organisatie.naam,
			effect: keukentafel.effect,
			afspraken: keukentafel.afspraken,
		})
		.from(keukentafel)
		.leftJoin(organisatie, eq(organisatie.id, keukentafel.bijOrganisatieId))
		.where(eq(keukentafel.bijeenkomstId, bijeenkomstId))
		.get();
	return row ?? null;
}

/** The reeks that it is part of, unless that was removed or is of others. */
export function reeksOf(actor: Actor, { reeksId }: BijeenkomstRow) {
	if (reeksId === null) return null;
	const found = db().select().from(reeks).where(eq(reeks.id, reeksId)).get();
	if (!found || found.weggehaaldOp !== null || !mayReadReeks(actor, factsOfReeks(found)))
		return null;
	return { id: found.id, titel: found.titel };
}
