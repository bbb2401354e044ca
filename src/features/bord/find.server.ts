import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayReadBord, type BordFacts, type RegieFacts } from '#access/bord.ts';
import { mustFind } from '#access/must.ts';
import { bijeenkomst, voorbereider } from '#features/bijeenkomst/tables.server.ts';
import { prepared } from '#server/db/prepared.ts';
import { bordRow, type BordRow } from './rows.server.ts';
import { standOf, type StandRow } from './stand.server.ts';
import { bordBijeenkomst } from './tables.server.ts';

export { bordRow, type BordRow } from './rows.server.ts';

/** What the rules ask of it, as it stands now. */
export function factsOfBord(
	row: BordRow,
	{ regieId, slot }: StandRow = standOf(row.id),
): BordFacts {
	return {
		werkplaatsId: row.werkplaatsId,
		leeromgevingIds: [row.leeromgevingId],
		bordId: row.id,
		afgerond: row.afgerondOp !== null,
		regieId,
		slot,
		gasten: row.gasten,
	};
}

const voorbereiders = prepared((db) =>
	db
		.selectDistinct({ id: voorbereider.persoonId })
		.from(bordBijeenkomst)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, bordBijeenkomst.bijeenkomstId))
		.innerJoin(voorbereider, eq(voorbereider.bijeenkomstId, bijeenkomst.id))
		.where(
			and(eq(bordBijeenkomst.bordId, sql.placeholder('bordId')), isNull(bijeenkomst.weggehaaldOp)),
		)
		.prepare(),
);

/** With who prepares a bijeenkomst in which it is used. */
export function regieFacts(row: BordRow, facts: BordFacts = factsOfBord(row)): RegieFacts {
	const ids = voorbereiders().all({ bordId: row.id });
	return { ...facts, voorbereiderIds: ids.map(({ id }) => id) };
}

/** A bord that was removed can be put back; for everything else it is not there. */
export const findOokWeggehaald = (actor: Actor, id: string): BordRow =>
	mustFind(bordRow(id), (row) => mayReadBord(actor, factsOfBord(row)));

/** A bord; for who may not know of it, it does not exist. */
export const findBord = (actor: Actor, id: string): BordRow =>
	mustFind(findOokWeggehaald(actor, id), (row) => row.weggehaaldOp === null);

/** Removed, or purged. */
export const isWeg = (id: string): boolean => bordRow(id)?.weggehaaldOp !== null;
