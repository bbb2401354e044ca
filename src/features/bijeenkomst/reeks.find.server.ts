import { eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayReadReeks, type ReeksFacts } from '#access/bijeenkomst.ts';
import { mustFind } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import type { ReeksInput } from './reeks.input.ts';
import { reeks } from './tables.server.ts';

export type ReeksRow = typeof reeks.$inferSelect;

export const factsOfReeks = (row: ReeksRow): ReeksFacts => ({
	werkplaatsId: row.werkplaatsId,
	leeromgevingIds: row.leeromgevingId === null ? [] : [row.leeromgevingId],
	door: row.door,
});

const rowOf = (id: string) => db().select().from(reeks).where(eq(reeks.id, id)).get();

/** A reeks that was removed can be put back; for everything else it is not there. */
export const findReeksOokWeggehaald = (actor: Actor, id: string): ReeksRow =>
	mustFind(rowOf(id), (row) => mayReadReeks(actor, factsOfReeks(row)));

export const findReeks = (actor: Actor, id: string): ReeksRow =>
	mustFind(findReeksOokWeggehaald(actor, id), (row) => row.weggehaaldOp === null);

/** Refuses a reeks that this actor may not know of, however it got into the form. */
export function mustReadReeks(actor: Actor, id: string) {
	const row = rowOf(id);
	if (!row || row.weggehaaldOp !== null || !mayReadReeks(actor, factsOfReeks(row)))
		throw new Invalid({ reeksId: 'Kies iets uit de lijst.' });
}

/** What is stored now, as the form has it. */
export const wijzigingVanReeks = (row: ReeksRow): ReeksInput => ({
	titel: row.titel,
	soort: row.soort,
	soortAnders: row.soortAnders,
	aantal: { aantal: row.aantal, circa: row.circa, tekst: '' },
	datum: row.datum,
	periodeId: row.periodeId,
	toelichting: row.toelichting,
});
