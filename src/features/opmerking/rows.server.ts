import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { OpmerkingWaar } from '#access/opmerking.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { opmerking } from './tables.server.ts';

/** Remarks on one document, before any rule. */

export type OpmerkingRow = typeof opmerking.$inferSelect;

export const opmerkingRow = ({ document }: OpmerkingWaar, id: string): OpmerkingRow | undefined =>
	db()
		.select()
		.from(opmerking)
		.where(and(eq(opmerking.document, document), eq(opmerking.id, id)))
		.get();

/** The oldest first. */
export const opmerkingRows = ({ document }: OpmerkingWaar): OpmerkingRow[] =>
	db()
		.select()
		.from(opmerking)
		.where(eq(opmerking.document, document))
		.orderBy(asc(opmerking.createdAt), asc(rowid(opmerking)))
		.all();

/** Remarks nobody dealt with yet, or the answers to one. */
export function countOpen({ document }: OpmerkingWaar, opId: string | null): number {
	const here = and(
		eq(opmerking.document, document),
		opId === null ? isNull(opmerking.opId) : eq(opmerking.opId, opId),
		isNull(opmerking.afgehandeldOp),
		isNull(opmerking.weggehaaldOp),
	);
	return db().select({ n: count() }).from(opmerking).where(here).get()?.n ?? 0;
}
