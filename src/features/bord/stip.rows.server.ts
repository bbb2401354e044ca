import { and, asc, eq, inArray, isNull, sum } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { readDocument } from '#sync/server/edit.ts';
import { bordNaam, dingen, groepNu, telStippen } from './document.ts';
import { deelnemer, stip, stipnamens, stipronde } from './tables.server.ts';

export type RondeRow = typeof stipronde.$inferSelect;

export const rondeRow = (bordId: string, id: string): RondeRow | undefined =>
	db()
		.select()
		.from(stipronde)
		.where(and(eq(stipronde.bordId, bordId), eq(stipronde.id, id)))
		.get();

/** The groups that are on the bord at this moment: a group is a thing of the document. */
export const groepIdsOp = (bordId: string): string[] =>
	readDocument(bordNaam(bordId), (doc) => dingen(doc, 'groepen').map(([id]) => id));

/** Dots by the group that has them now: of two that became one, the one that stayed. */
export const perGroep = (
	bordId: string,
	gegeven: readonly { groepId: string; aantal: number }[],
): Record<string, number> =>
	gegeven.length === 0 ? {} : readDocument(bordNaam(bordId), (doc) => telStippen(doc, gegeven));

export const som = (stippen: Readonly<Record<string, number>>): number =>
	Object.values(stippen).reduce((n, aantal) => n + aantal, 0);

export const stippenVan = (rondeId: string, deelnemerId: string) =>
	db()
		.select({ groepId: stip.groepId, aantal: stip.aantal })
		.from(stip)
		.where(and(eq(stip.rondeId, rondeId), eq(stip.deelnemerId, deelnemerId)))
		.all();

const rijenVan = (rondeId: string) =>
	db()
		.select({
			deelnemerId: deelnemer.id,
			groepId: stip.groepId,
			naam: deelnemer.naam,
			perspectief: deelnemer.perspectief,
			aantal: stip.aantal,
		})
		.from(stip)
		.innerJoin(deelnemer, eq(deelnemer.id, stip.deelnemerId))
		.where(eq(stip.rondeId, rondeId))
		.orderBy(asc(deelnemer.naam))
		.all();

export function gevers({ bordId, id }: RondeRow) {
	const perGever = Map.groupBy(rijenVan(id), ({ deelnemerId }) => deelnemerId);
	return readDocument(bordNaam(bordId), (doc) =>
		[...perGever.values()].flatMap((rijen) =>
			Object.entries(telStippen(doc, rijen)).map(([groepId, aantal]) => {
				const { naam, perspectief } = rijen[0]!;
				return { groepId, naam, perspectief, aantal };
			}),
		),
	);
}

/**
 * What was given to a group that is gone goes back to who gave it; of everybody, or of one, and then
 * also what that one gave to a group that they give anew, or to one that went into it.
 */
export function takeBack(
	{ bordId, id }: RondeRow,
	anew?: { deelnemerId: string; groepId: string },
) {
	const of = and(
		eq(stip.rondeId, id),
		anew === undefined ? undefined : eq(stip.deelnemerId, anew.deelnemerId),
	);
	const given = db().selectDistinct({ groepId: stip.groepId }).from(stip).where(of).all();
	const back = readDocument(bordNaam(bordId), (doc) =>
		given.filter(({ groepId }) => ['', anew?.groepId].includes(groepNu(doc, groepId))),
	);
	const ids = back.map(({ groepId }) => groepId);
	if (ids.length === 0) return;
	db()
		.delete(stip)
		.where(and(of, inArray(stip.groepId, ids)))
		.run();
}

/** Of who was sent away nothing counts in a round that still runs. */
export function takeBackStippen(bordId: string, deelnemerId: string) {
	const open = db()
		.select({ id: stipronde.id })
		.from(stipronde)
		.where(and(eq(stipronde.bordId, bordId), isNull(stipronde.uitslagOp)));
	db()
		.delete(stip)
		.where(and(eq(stip.deelnemerId, deelnemerId), inArray(stip.rondeId, open)))
		.run();
}

/** Of every group on the bord how many it has; what was counted in the room with it. */
export function totalen(bordId: string, rondeId: string): Record<string, number> {
	const none = Object.fromEntries(groepIdsOp(bordId).map((id) => [id, 0]));
	const given = [stip, stipnamens].flatMap((table) =>
		db()
			.select({ groepId: table.groepId, aantal: sum(table.aantal).mapWith(Number) })
			.from(table)
			.where(eq(table.rondeId, rondeId))
			.groupBy(table.groepId)
			.all(),
	);
	return { ...none, ...perGroep(bordId, given) };
}
