import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayReadRuimteVan } from '#access/bijeenkomst.ts';
import { mustFind } from '#access/must.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { db } from '#server/db/db.ts';
import { agendapunt, puntloop } from './tables.server.ts';

export type PuntRow = typeof agendapunt.$inferSelect;
export type LoopRow = typeof puntloop.$inferSelect;

/** The agenda is for who may enter the ruimte; for anyone else there is none, also of an open bijeenkomst. */
export function findAgenda(actor: Actor, bijeenkomstId: string) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	const facts = factsOf(row);
	mustFind(facts, (known) => mayReadRuimteVan(actor, known));
	return { row, facts };
}

/** In order, with those that were taken away: a key that is in use is not given out again. */
export const allePunten = (bijeenkomstId: string): PuntRow[] =>
	db()
		.select()
		.from(agendapunt)
		.where(eq(agendapunt.bijeenkomstId, bijeenkomstId))
		.orderBy(asc(agendapunt.volgorde), asc(agendapunt.id))
		.all();

export const puntRows = (bijeenkomstId: string): PuntRow[] =>
	allePunten(bijeenkomstId).filter((row) => row.weggehaaldOp === null);

/** A point of this bijeenkomst, also one that was taken away. */
export const findPunt = (bijeenkomstId: string, id: string): PuntRow =>
	mustFind(
		db()
			.select()
			.from(agendapunt)
			.where(and(eq(agendapunt.id, id), eq(agendapunt.bijeenkomstId, bijeenkomstId)))
			.get(),
	);

/** Every time that a point was at hand, the first one first. */
export const loopRows = (bijeenkomstId: string): LoopRow[] =>
	db()
		.select()
		.from(puntloop)
		.where(eq(puntloop.bijeenkomstId, bijeenkomstId))
		.orderBy(asc(puntloop.begonnenOp), asc(puntloop.id))
		.all();

/** What is at hand now. */
export const openLoop = (bijeenkomstId: string): LoopRow | undefined =>
	db()
		.select()
		.from(puntloop)
		.where(and(eq(puntloop.bijeenkomstId, bijeenkomstId), isNull(puntloop.geeindigdOp)))
		.get();
