import { and, eq, isNull } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { mayReadVerslag, type VerslagFacts, type VerslagStatus } from '#access/verslag.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { db } from '#server/db/db.ts';
import { controle, vaststelling } from './tables.server.ts';

/** A verslag is there when its bijeenkomst is: the row they share. */
export type VerslagRow = typeof bijeenkomst.$inferSelect;

export const openControle = (bijeenkomstId: string) =>
	db()
		.select()
		.from(controle)
		.where(and(eq(controle.bijeenkomstId, bijeenkomstId), isNull(controle.ingetrokkenOp)))
		.get();

export const vaststellingOf = (bijeenkomstId: string) =>
	db().select().from(vaststelling).where(eq(vaststelling.bijeenkomstId, bijeenkomstId)).get();

/** Vaststellen ends it all: a controle that was never withdrawn does not count after it. */
export function statusOf(bijeenkomstId: string): VerslagStatus {
	const one = { id: vaststelling.bijeenkomstId };
	const mine = eq(vaststelling.bijeenkomstId, bijeenkomstId);
	if (db().select(one).from(vaststelling).where(mine).get()) return 'vastgesteld';
	return openControle(bijeenkomstId) ? 'ter-controle' : 'concept';
}

export const factsOfVerslag = (row: VerslagRow): VerslagFacts => ({
	werkplaatsId: row.werkplaatsId,
	leeromgevingId: row.leeromgevingId,
	status: statusOf(row.id),
});

/** Of this werkplaats and not taken away; undefined otherwise. */
export const verslagRow = (actor: Actor, bijeenkomstId: string): VerslagRow | undefined =>
	db()
		.select()
		.from(bijeenkomst)
		.where(
			and(
				eq(bijeenkomst.id, bijeenkomstId),
				eq(bijeenkomst.werkplaatsId, werkplaatsVan(actor)),
				isNull(bijeenkomst.weggehaaldOp),
			),
		)
		.get();

/** The verslag this actor may read, with what the rules ask; anything else does not exist. */
export function findVerslag(actor: Actor, bijeenkomstId: string) {
	const row = mustFind(verslagRow(actor, bijeenkomstId));
	const facts = factsOfVerslag(row);
	mustFind(facts, (known) => mayReadVerslag(actor, known));
	return { row, facts };
}
