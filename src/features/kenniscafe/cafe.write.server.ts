import { doorWie, type Actor } from '#access/actor.ts';
import { mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { basisCafe } from './basis.ts';
import { cafeRow, isDubbel } from './cafe.rows.server.ts';
import type { CafeInput } from './input.ts';
import { kenniscafe } from './tables.server.ts';

/** Which one it is, what about, and why. `dubbel`: another has this number too. */
export function updateCafe(
	actor: Actor,
	{ id, ...input }: CafeInput & { id: string },
	basis?: Record<string, string>,
): { dubbel: boolean } {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	const nu = cafeRow(id);
	if (row.soort !== 'open' && !nu)
		throw new Invalid('Dit is een ander soort bijeenkomst. Wijzig eerst het soort.');
	const keep = merge({
		theirs: basisCafe(nu),
		basis,
		mine: basisCafe(input),
		by: wieWas(row.werkplaatsId, nu?.updatedBy ?? null),
	});
	if (keep.size === 0) return { dubbel: false };
	const values = { ...pick(input, keep), updatedBy: doorWie(actor) };
	db()
		.insert(kenniscafe)
		.values({ bijeenkomstId: id, ...values })
		.onConflictDoUpdate({ target: kenniscafe.bijeenkomstId, set: values })
		.run();
	return { dubbel: values.nummer ? isDubbel(row, values.nummer) : false };
}
