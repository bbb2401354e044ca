import { and, eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayEditAgenda } from '#access/bijeenkomst.ts';
import { must, mustFind } from '#access/must.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { findAgenda } from './find.server.ts';
import type { GebruikInput } from './input.ts';
import { tellAgenda } from './nieuws.server.ts';
import { werkvormgebruik } from './tables.server.ts';

type Gebruik = Omit<GebruikInput, 'id'> & { bijeenkomstId: string };

/** Which werkvorm was used, and how it went. */
export function createGebruik(actor: Actor, { bijeenkomstId, ...values }: Gebruik): { id: string } {
	const { row, facts } = findAgenda(actor, bijeenkomstId);
	must(mayEditAgenda(actor, facts));
	const door = doorWie(actor);
	const made = db()
		.insert(werkvormgebruik)
		.values({ ...values, bijeenkomstId: row.id, door, updatedBy: door })
		.returning({ id: werkvormgebruik.id })
		.get();
	tellAgenda(row.id);
	return made;
}

export function updateGebruik(
	actor: Actor,
	{ bijeenkomstId, id, ...mine }: Gebruik & { id: string },
	basis?: Record<string, string>,
) {
	const { row, facts } = findAgenda(actor, bijeenkomstId);
	must(mayEditAgenda(actor, facts));
	const which = and(eq(werkvormgebruik.id, id), eq(werkvormgebruik.bijeenkomstId, row.id));
	const found = mustFind(db().select().from(werkvormgebruik).where(which).get());
	const { werkvorm, naam, hoeGingHet } = found;
	const by = wieWas(row.werkplaatsId, found.updatedBy);
	const keep = merge({ theirs: { werkvorm, naam, hoeGingHet }, basis, mine, by });
	if (keep.size === 0) return;
	const values = { ...pick(mine, keep), updatedBy: doorWie(actor) };
	db().update(werkvormgebruik).set(values).where(eq(werkvormgebruik.id, id)).run();
	tellAgenda(row.id);
}
