import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { db } from '#server/db/db.ts';
import { kenniscafe } from './tables.server.ts';

/** What is stored of it; undefined as long as nobody said anything. */
export const cafeRow = (id: string) =>
	db().select().from(kenniscafe).where(eq(kenniscafe.bijeenkomstId, id)).get();

/** By their ids, the number of each that has one. */
export const nummersVan = (ids: readonly string[]): Map<string, number> =>
	new Map(
		db()
			.select({ id: kenniscafe.bijeenkomstId, nummer: kenniscafe.nummer })
			.from(kenniscafe)
			.where(inArray(kenniscafe.bijeenkomstId, [...ids]))
			.all()
			.flatMap(({ id, nummer }) => (nummer === null ? [] : [[id, nummer] as const])),
	);

/** Another of the werkplaats has this number too: it may be written down twice (AC-36). */
export function isDubbel({ id, werkplaatsId }: BijeenkomstRow, nummer: number): boolean {
	const ander = and(
		eq(kenniscafe.nummer, nummer),
		ne(kenniscafe.bijeenkomstId, id),
		eq(bijeenkomst.werkplaatsId, werkplaatsId),
		isNull(bijeenkomst.weggehaaldOp),
	);
	const found = db()
		.select({ id: bijeenkomst.id })
		.from(kenniscafe)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, kenniscafe.bijeenkomstId))
		.where(ander)
		.get();
	return found !== undefined;
}
