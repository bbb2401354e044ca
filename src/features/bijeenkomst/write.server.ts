import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import {
	mayPlanBijeenkomst,
	mayRemoveBijeenkomst,
	mayWriteBijeenkomst,
} from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { documentName } from '#sync/name.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import { basisBijeenkomst } from './basis.ts';
import { factsOf, findBijeenkomst, findOokWeggehaald } from './find.server.ts';
import type { BijeenkomstInput } from './input.ts';
import { bijeenkomst } from './tables.server.ts';

/** A team comes together, or the whole werkplaats; its verslag is there from the first word. */
export function createBijeenkomst(
	actor: Actor,
	{ leeromgevingId, ...values }: BijeenkomstInput & { leeromgevingId: string | null },
): { id: string } {
	if (leeromgevingId !== null) team.findLeeromgeving(actor, leeromgevingId);
	const werkplaatsId = werkplaatsVan(actor);
	must(mayPlanBijeenkomst(actor, { werkplaatsId, leeromgevingId }));
	const door = doorWie(actor);
	return db()
		.insert(bijeenkomst)
		.values({ ...values, leeromgevingId, werkplaatsId, door, updatedBy: door })
		.returning({ id: bijeenkomst.id })
		.get();
}

export function updateBijeenkomst(
	actor: Actor,
	{ id, ...input }: BijeenkomstInput & { id: string },
	basis?: Record<string, string>,
) {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	const keep = merge({
		theirs: basisBijeenkomst(row),
		basis,
		mine: basisBijeenkomst(input),
		by: wieWas(row.werkplaatsId, row.updatedBy),
	});
	if (keep.size === 0) return;
	const values = { ...pick(input, keep), updatedBy: doorWie(actor) };
	db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
	// who writes in its verslag sees its title and its date there
	notifyDocument(documentName({ kind: 'verslag', id }), 'bijeenkomst');
}

/** Out of sight with its verslag, and kept: `withdrawWeghaling` puts it back as it was. */
export function removeBijeenkomst(actor: Actor, id: string): { leeromgevingId: string | null } {
	const row = findBijeenkomst(actor, id);
	must(mayRemoveBijeenkomst(actor, factsOf(row)));
	const values = { weggehaaldOp: now(), weggehaaldDoor: doorWie(actor) };
	db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
	return { leeromgevingId: row.leeromgevingId };
}

export function withdrawWeghaling(actor: Actor, id: string) {
	const row = findOokWeggehaald(actor, id);
	must(mayRemoveBijeenkomst(actor, factsOf(row)));
	const values = { weggehaaldOp: null, weggehaaldDoor: null };
	db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
}
