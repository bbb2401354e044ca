import { eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayReadPresentie } from '#access/presentie.ts';
import {
	factsOf,
	findBijeenkomst,
	type BijeenkomstRow,
} from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { regelsOf, type RegelRow } from './rows.server.ts';
import { presentieregel } from './tables.server.ts';

/** A bijeenkomst whose list this actor may read; Forbidden for who may only know of it. */
export function findLijst(actor: Actor, bijeenkomstId: string): BijeenkomstRow {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayReadPresentie(actor, factsOf(row)));
	return row;
}

interface Plek {
	bijeenkomstId: string;
	regelId: string;
}

/** A line of this list, also one that was removed. */
export const findOokWeg = (row: BijeenkomstRow, regelId: string): RegelRow =>
	mustFind(
		db().select().from(presentieregel).where(eq(presentieregel.id, regelId)).get(),
		(regel) => regel.bijeenkomstId === row.id,
	);

export function findRegel(actor: Actor, { bijeenkomstId, regelId }: Plek) {
	const row = findLijst(actor, bijeenkomstId);
	const regel = mustFind(findOokWeg(row, regelId), ({ weggehaaldOp }) => weggehaaldOp === null);
	return { row, regel };
}

/** Lists hang on dagdelen: none goes while somebody stands on the list of one. */
export function mustKeepDagdelen(
	actor: Actor,
	{ bijeenkomstId, aantal }: { bijeenkomstId: string; aantal: number },
) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	const delen = delenOf(row).filter(({ id }) => id !== null);
	if (aantal >= delen.length) return;
	if (regelsOf(row.id).every(({ dagdeelId }) => dagdeelId === null)) return;
	throw new Invalid('Er staan mensen op de lijst van een dagdeel. Haal ze eerst van die lijst.');
}
