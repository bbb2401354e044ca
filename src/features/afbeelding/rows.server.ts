import { and, count, eq, isNull, sum } from 'drizzle-orm';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import type { VerslagRow } from '#features/verslag/find.server.ts';
import { db } from '#server/db/db.ts';
import { afbeelding } from './tables.server.ts';

export type AfbeeldingRow = typeof afbeelding.$inferSelect;

export const afbeeldingRow = (id: string): AfbeeldingRow | undefined =>
	db().select().from(afbeelding).where(eq(afbeelding.id, id)).get();

export const countAfbeeldingen = (bijeenkomstId: string): number =>
	db()
		.select({ n: count() })
		.from(afbeelding)
		.where(eq(afbeelding.bijeenkomstId, bijeenkomstId))
		.get()!.n;

/** Bytes of all pictures in the verslagen of a team; or in those of the werkplaats that have none. */
export const bytesOfTeam = ({
	werkplaatsId,
	leeromgevingId,
}: Pick<VerslagRow, 'werkplaatsId' | 'leeromgevingId'>): number =>
	Number(
		db()
			.select({ n: sum(afbeelding.bytes) })
			.from(afbeelding)
			.innerJoin(bijeenkomst, eq(bijeenkomst.id, afbeelding.bijeenkomstId))
			.where(
				and(
					eq(bijeenkomst.werkplaatsId, werkplaatsId),
					leeromgevingId === null
						? isNull(bijeenkomst.leeromgevingId)
						: eq(bijeenkomst.leeromgevingId, leeromgevingId),
				),
			)
			.get()!.n ?? 0,
	);
