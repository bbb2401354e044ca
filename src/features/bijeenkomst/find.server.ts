import { asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayReadBijeenkomst, type BijeenkomstFacts } from '#access/bijeenkomst.ts';
import { mustFind } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
import { bijeenkomst, medeleeromgeving, voorbereider } from './tables.server.ts';

export type BijeenkomstRow = typeof bijeenkomst.$inferSelect;

const medeRows = prepared((db) =>
	db
		.select({ id: medeleeromgeving.leeromgevingId })
		.from(medeleeromgeving)
		.where(eq(medeleeromgeving.bijeenkomstId, sql.placeholder('id')))
		.orderBy(asc(medeleeromgeving.createdAt), asc(medeleeromgeving.leeromgevingId))
		.prepare(),
);

/** The teams whose it is: first the one in whose ruimte it is held. None: it is of the whole werkplaats. */
export function ruimtenOf({ id, leeromgevingId }: BijeenkomstRow): string[] {
	const mede = medeRows()
		.all({ id })
		.map((row) => row.id);
	return [...new Set(leeromgevingId === null ? mede : [leeromgevingId, ...mede])];
}

const voorbereiderRows = prepared((db) =>
	db
		.select({ id: voorbereider.persoonId })
		.from(voorbereider)
		.where(eq(voorbereider.bijeenkomstId, sql.placeholder('id')))
		.orderBy(sql`rowid`)
		.prepare(),
);

/** Who prepares it, in the order in which they were chosen. */
export const voorbereiderIds = (id: string): string[] =>
	voorbereiderRows()
		.all({ id })
		.map((row) => row.id);

export const factsOf = (row: BijeenkomstRow): BijeenkomstFacts => ({
	werkplaatsId: row.werkplaatsId,
	leeromgevingIds: ruimtenOf(row),
	door: row.door,
	open: row.open,
	voorbereiderIds: voorbereiderIds(row.id),
});

/** A bijeenkomst that was removed can be put back; for everything else it is not there. */
export const findOokWeggehaald = (actor: Actor, id: string): BijeenkomstRow =>
	mustFind(db().select().from(bijeenkomst).where(eq(bijeenkomst.id, id)).get(), (row) =>
		mayReadBijeenkomst(actor, factsOf(row)),
	);

/** A bijeenkomst; for who may not know of it, it does not exist. */
export const findBijeenkomst = (actor: Actor, id: string): BijeenkomstRow =>
	mustFind(findOokWeggehaald(actor, id), (row) => row.weggehaaldOp === null);
