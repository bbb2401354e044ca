import { and, eq, isNull, sql } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { mayReadVerslag, type VerslagFacts, type VerslagStatus } from '#access/verslag.ts';
import { ruimtenOf } from '#features/bijeenkomst/find.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
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

const statusRows = prepared((db) => {
	const id = sql.placeholder('id');
	const { bijeenkomstId, ingetrokkenOp } = controle;
	return {
		vaststelling: db
			.select({ id: vaststelling.bijeenkomstId })
			.from(vaststelling)
			.where(eq(vaststelling.bijeenkomstId, id))
			.prepare(),
		controle: db
			.select({ id: controle.id })
			.from(controle)
			.where(and(eq(bijeenkomstId, id), isNull(ingetrokkenOp)))
			.prepare(),
	};
});

/** Vaststellen ends it all: a controle that was never withdrawn does not count after it. */
export function statusOf(bijeenkomstId: string): VerslagStatus {
	const rows = statusRows();
	if (rows.vaststelling.get({ id: bijeenkomstId })) return 'vastgesteld';
	return rows.controle.get({ id: bijeenkomstId }) ? 'ter-controle' : 'concept';
}

export const factsOfVerslag = (row: VerslagRow): VerslagFacts => ({
	werkplaatsId: row.werkplaatsId,
	leeromgevingIds: ruimtenOf(row),
	door: row.door,
	status: statusOf(row.id),
});

const verslagRows = prepared((db) =>
	db
		.select()
		.from(bijeenkomst)
		.where(
			and(
				eq(bijeenkomst.id, sql.placeholder('id')),
				eq(bijeenkomst.werkplaatsId, sql.placeholder('werkplaatsId')),
				isNull(bijeenkomst.weggehaaldOp),
			),
		)
		.prepare(),
);

/** Of this werkplaats and not taken away; undefined otherwise. */
export const verslagRow = (actor: Actor, bijeenkomstId: string): VerslagRow | undefined =>
	verslagRows().get({ id: bijeenkomstId, werkplaatsId: werkplaatsVan(actor) });

/** Taken away with its bijeenkomst, or purged. */
export const isWeg = (bijeenkomstId: string): boolean =>
	db()
		.select({ id: bijeenkomst.id })
		.from(bijeenkomst)
		.where(and(eq(bijeenkomst.id, bijeenkomstId), isNull(bijeenkomst.weggehaaldOp)))
		.get() === undefined;

/** The verslag this actor may read, with what the rules ask; anything else does not exist. */
export function findVerslag(actor: Actor, bijeenkomstId: string) {
	const row = mustFind(verslagRow(actor, bijeenkomstId));
	const facts = factsOfVerslag(row);
	mustFind(facts, (known) => mayReadVerslag(actor, known));
	return { row, facts };
}
