import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayPlanBijeenkomst, mayRemoveReeks, mayWriteReeks } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { now } from '#server/clock.ts';
import { merge } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { mustPointHere } from './koppel.server.ts';
import { basisReeks } from './reeks.basis.ts';
import {
	factsOfReeks,
	findReeks,
	findReeksOokWeggehaald,
	wijzigingVanReeks,
} from './reeks.find.server.ts';
import type { ReeksInput, ReeksNieuw } from './reeks.input.ts';
import { reeks } from './tables.server.ts';

const kolommenVan = ({ aantal: { aantal, circa }, ...rest }: ReeksInput) => ({
	...rest,
	aantal,
	circa,
});

/** Bijeenkomsten that belong together, also those of which only the number is known. */
export function createReeks(
	actor: Actor,
	{ leeromgevingId, bron = '', ...input }: ReeksNieuw & { bron?: string },
): { id: string } {
	if (leeromgevingId !== null) team.findLeeromgeving(actor, leeromgevingId);
	const werkplaatsId = werkplaatsVan(actor);
	must(mayPlanBijeenkomst(actor, { werkplaatsId, leeromgevingId }));
	mustPointHere({ werkplaatsId }, { periodeId: input.periodeId });
	const door = doorWie(actor);
	return db()
		.insert(reeks)
		.values({
			...kolommenVan(input),
			...{ leeromgevingId, bron, werkplaatsId, door, updatedBy: door },
		})
		.returning({ id: reeks.id })
		.get();
}

export function updateReeks(
	actor: Actor,
	{ id, ...input }: ReeksInput & { id: string },
	basis?: Record<string, string>,
) {
	const row = findReeks(actor, id);
	must(mayWriteReeks(actor, factsOfReeks(row)));
	mustPointHere(row, { periodeId: input.periodeId });
	const theirs = wijzigingVanReeks(row);
	const keep = merge({
		theirs: basisReeks(theirs),
		basis,
		mine: basisReeks(input),
		by: wieWas(row.werkplaatsId, row.updatedBy),
	});
	if (keep.size === 0) return;
	const gewijzigd: ReadonlySet<string> = keep;
	const mijn = Object.entries(input).filter(([veld]) => gewijzigd.has(veld));
	const values = { ...theirs, ...Object.fromEntries(mijn) };
	db()
		.update(reeks)
		.set({ ...kolommenVan(values), updatedBy: doorWie(actor) })
		.where(eq(reeks.id, id))
		.run();
}

/** The bijeenkomsten stay, on their own. */
export function removeReeks(actor: Actor, id: string) {
	const row = findReeks(actor, id);
	must(mayRemoveReeks(actor, factsOfReeks(row)));
	const values = { weggehaaldOp: now(), weggehaaldDoor: doorWie(actor) };
	db().update(reeks).set(values).where(eq(reeks.id, id)).run();
}

export function withdrawReeksWeghaling(actor: Actor, id: string) {
	const row = findReeksOokWeggehaald(actor, id);
	must(mayRemoveReeks(actor, factsOfReeks(row)));
	const values = { weggehaaldOp: null, weggehaaldDoor: null };
	db().update(reeks).set(values).where(eq(reeks.id, id)).run();
}
