import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { factsOf, findBijeenkomst, ruimtenOf } from '#features/bijeenkomst/find.server.ts';
import { mayReadRuimteVan } from '#access/bijeenkomst.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import type { KoppelingInput } from './input.ts';
import type { BordRow } from './rows.server.ts';
import { bordBijeenkomst } from './tables.server.ts';

/** Ties a bord to a bijeenkomst of its team; tied already, its phase there changes. */
export function koppel(
	actor: Actor,
	{ id: bordId, leeromgevingId }: BordRow,
	{ bijeenkomstId, fase }: KoppelingInput,
) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	if (!mayReadRuimteVan(actor, factsOf(row)) || !ruimtenOf(row).includes(leeromgevingId))
		throw new Invalid({ bijeenkomstId: 'Kies een bijeenkomst van dit team.' });
	db()
		.insert(bordBijeenkomst)
		.values({ bordId, bijeenkomstId: row.id, fase })
		.onConflictDoUpdate({
			target: [bordBijeenkomst.bordId, bordBijeenkomst.bijeenkomstId],
			set: { fase },
		})
		.run();
}

/** The bijeenkomsten at which a bord is used; not those that were removed. */
export const koppelingenOf = (bordId: string) =>
	db()
		.select({ fase: bordBijeenkomst.fase, row: bijeenkomst })
		.from(bordBijeenkomst)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, bordBijeenkomst.bijeenkomstId))
		.where(and(eq(bordBijeenkomst.bordId, bordId), isNull(bijeenkomst.weggehaaldOp)))
		.all();
