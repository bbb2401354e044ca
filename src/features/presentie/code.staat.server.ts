import { and, eq, isNull } from 'drizzle-orm';
import { delenVan, type Deel } from '#features/bijeenkomst/duur.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { afzegging, bijeenkomst, dagdeel } from '#features/bijeenkomst/tables.server.ts';
import { db } from '#server/db/db.ts';
import { presentiebevestiging } from './tables.server.ts';

/** For what comes in by a code, without an actor. */
export const bijeenkomstVan = (id: string): BijeenkomstRow | undefined =>
	db().select().from(bijeenkomst).where(eq(bijeenkomst.id, id)).get();

export const delenOf = (row: BijeenkomstRow): Deel[] =>
	delenVan(row, db().select().from(dagdeel).where(eq(dagdeel.bijeenkomstId, row.id)).all());

/** Nobody changes the list any more but by a correctie. */
export const isBevestigd = (bijeenkomstId: string): boolean =>
	!!db()
		.select({ id: presentiebevestiging.bijeenkomstId })
		.from(presentiebevestiging)
		.where(eq(presentiebevestiging.bijeenkomstId, bijeenkomstId))
		.get();

const isAfgezegd = (bijeenkomstId: string): boolean =>
	!!db()
		.select({ id: afzegging.id })
		.from(afzegging)
		.where(and(eq(afzegging.bijeenkomstId, bijeenkomstId), isNull(afzegging.ingetrokkenOp)))
		.get();

/** There is nothing to check in to: it was removed, does not go on, or its list is closed. */
export const isDicht = (row: BijeenkomstRow): boolean =>
	row.weggehaaldOp !== null || isAfgezegd(row.id) || isBevestigd(row.id);
