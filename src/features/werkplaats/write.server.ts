import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayCreateWerkplaats, mayEditWerkplaats } from '#access/werkplaats.ts';
import { record } from '#server/audit.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { naamVan, werkplaatsTekst, type Wijziging } from './basis.ts';
import type { WerkplaatsInput } from './input.ts';
import { werkplaats } from './tables.server.ts';

/** Sets up a werkplaats: by the first-time set-up, the command line or the example. */
export function createWerkplaats(
	actor: Actor,
	input: WerkplaatsInput & { isVoorbeeld?: boolean },
): { id: string } {
	must(mayCreateWerkplaats(actor));
	return db().transaction(() => {
		const { id } = db().insert(werkplaats).values(input).returning({ id: werkplaats.id }).get();
		const object = `werkplaats:${id}`;
		record({ actor: 'systeem', action: 'werkplaats.create', object, werkplaatsId: id });
		return { id };
	});
}

export function updateWerkplaats(
	actor: Actor,
	input: WerkplaatsInput,
	{ basis, wie }: Omit<Wijziging, 'id'> = {},
) {
	const id = werkplaatsVan(actor);
	must(mayEditWerkplaats(actor, { werkplaatsId: id }));
	const row = mustFind(db().select().from(werkplaats).where(eq(werkplaats.id, id)).get());
	const mijn = merge({
		theirs: werkplaatsTekst(row),
		basis,
		mine: werkplaatsTekst(input),
		by: naamVan(row.updatedBy, wie),
	});
	db()
		.update(werkplaats)
		.set({ ...pick(input, mijn), updatedBy: doorWie(actor) })
		.where(eq(werkplaats.id, id))
		.run();
}
