import { eq } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { bordRow, type BordRow } from './rows.server.ts';
import { deelnemer } from './tables.server.ts';
import { tafelRows } from './tafelborden.rows.server.ts';

/** Borden that are used together: the tables of a wereldcafé with the bord of all, or one stelling after another. */

/** The one they belong to; undefined when that was taken away. */
export function eersteVan(row: BordRow): BordRow | undefined {
	const eerste = row.plenairId === null ? row : bordRow(row.plenairId);
	return eerste?.weggehaaldOp === null ? eerste : undefined;
}

/** All of them, the first first; a bord on its own is alone. */
export function reeksVan(row: BordRow): BordRow[] {
	const eerste = eersteVan(row);
	return eerste ? [eerste, ...tafelRows(eerste.id)] : [row];
}

/** Where a gast of one of them may go on: to another one that is open to people without account. */
export const verderVan = (row: BordRow): BordRow[] =>
	reeksVan(row).filter((one) => one.id !== row.id && one.gasten && one.afgerondOp === null);

/** The seat that somebody goes on from is empty: their hand is not up there, nor are they done. */
export const leegZetel = (id: string, nu: Date) =>
	db()
		.update(deelnemer)
		.set({ vertrokkenOp: nu, handOp: null, klaarFase: null })
		.where(eq(deelnemer.id, id))
		.run();
