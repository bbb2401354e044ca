import { and, asc, eq, inArray, isNull, notInArray, sum } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { readDocument } from '#sync/server/edit.ts';
import { bordNaam, dingen } from './document.ts';
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

export const stippenVan = (rondeId: string, deelnemerId: string) =>
	db()
		.select({ groepId: stip.groepId, aantal: stip.aantal })
		.from(stip)
		.where(and(eq(stip.rondeId, rondeId), eq(stip.deelnemerId, deelnemerId)))
		.all();

export const gevers = (rondeId: string) =>
	db()
		.select({
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

/** What was given to a group that is gone goes back to who gave it; of everybody, or of one. */
export function takeBackGone(rondeId: string, groepIds: string[], deelnemerId?: string) {
	const gone = notInArray(stip.groepId, groepIds);
	const of = deelnemerId === undefined ? undefined : eq(stip.deelnemerId, deelnemerId);
	db()
		.delete(stip)
		.where(and(eq(stip.rondeId, rondeId), gone, of))
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
	const groepIds = groepIdsOp(bordId);
	const totals: Record<string, number> = Object.fromEntries(groepIds.map((id) => [id, 0]));
	for (const table of [stip, stipnamens])
		for (const { groepId, n } of db()
			.select({ groepId: table.groepId, n: sum(table.aantal).mapWith(Number) })
			.from(table)
			.where(and(eq(table.rondeId, rondeId), inArray(table.groepId, groepIds)))
			.groupBy(table.groepId)
			.all())
			totals[groepId]! += n ?? 0;
	return totals;
}
