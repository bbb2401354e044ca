import { eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayReadBijeenkomst, type BijeenkomstFacts } from '#access/bijeenkomst.ts';
import { mustFind } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { bijeenkomst } from './tables.server.ts';

export type BijeenkomstRow = typeof bijeenkomst.$inferSelect;

export const factsOf = (row: BijeenkomstRow): BijeenkomstFacts => ({
	werkplaatsId: row.werkplaatsId,
	leeromgevingId: row.leeromgevingId,
	door: row.door,
});

/** A bijeenkomst that was removed can be put back; for everything else it is not there. */
export const findOokWeggehaald = (actor: Actor, id: string): BijeenkomstRow =>
	mustFind(db().select().from(bijeenkomst).where(eq(bijeenkomst.id, id)).get(), (row) =>
		mayReadBijeenkomst(actor, factsOf(row)),
	);

/** A bijeenkomst; for who may not enter the ruimte of its team it does not exist. */
export const findBijeenkomst = (actor: Actor, id: string): BijeenkomstRow =>
	mustFind(findOokWeggehaald(actor, id), (row) => row.weggehaaldOp === null);
