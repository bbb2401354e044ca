import { and, eq, isNull, type SQL } from 'drizzle-orm';
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

/** At which bijeenkomsten borden are used; not those that were removed. */
export const koppelingenDie = (which: SQL) =>
	db()
		.select({ bordId: bordBijeenkomst.bordId, fase: bordBijeenkomst.fase, row: bijeenkomst })
		.from(bordBijeenkomst)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, bordBijeenkomst.bijeenkomstId))
		.where(and(which, isNull(bijeenkomst.weggehaaldOp)))
		.all();

export const koppelingenOf = (bordId: string) => koppelingenDie(eq(bordBijeenkomst.bordId, bordId));
