import { and, eq, isNull } from 'drizzle-orm';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { afzegging, bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { db } from '#server/db/db.ts';
import { bevestigingOf } from './rows.server.ts';

/** For what comes in by a code, without an actor. */
export const bijeenkomstVan = (id: string): BijeenkomstRow | undefined =>
	db().select().from(bijeenkomst).where(eq(bijeenkomst.id, id)).get();

const isAfgezegd = (bijeenkomstId: string): boolean =>
	!!db()
		.select({ id: afzegging.id })
		.from(afzegging)
		.where(and(eq(afzegging.bijeenkomstId, bijeenkomstId), isNull(afzegging.ingetrokkenOp)))
		.get();

/** There is nothing to check in to: it was removed, does not go on, or its list is closed. */
export const isDicht = (row: BijeenkomstRow): boolean =>
	row.weggehaaldOp !== null || isAfgezegd(row.id) || bevestigingOf(row.id) !== undefined;
