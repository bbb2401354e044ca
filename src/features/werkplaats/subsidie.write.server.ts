import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayEditSubsidie } from '#access/werkplaats.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { naamVan, subsidieTekst, type Wijziging } from './basis.ts';
import type { SubsidieInput, VerlengingInput } from './input.ts';
import type { Spanne } from './periode.ts';
import { listSubsidies } from './read.server.ts';
import { subsidie, subsidieVerlenging } from './tables.server.ts';

function mustEdit(actor: Actor): string {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditSubsidie(actor, { werkplaatsId }));
	return werkplaatsId;
}

const mustOwn = (actor: Actor, id: string) =>
	mustFind(listSubsidies(actor).find((s) => s.id === id));

function check({ van, tot }: Spanne) {
	if (tot.dag < van.dag)
		throw new Invalid({ tot: 'Het einde ligt voor het begin. Kijk de datums na.' });
}

export function createSubsidie(actor: Actor, input: SubsidieInput): { id: string } {
	const werkplaatsId = mustEdit(actor);
	check(input);
	return db()
		.insert(subsidie)
		.values({ ...input, werkplaatsId, updatedBy: doorWie(actor) })
		.returning({ id: subsidie.id })
		.get();
}

export function updateSubsidie(actor: Actor, input: SubsidieInput, { id, basis, wie }: Wijziging) {
	mustEdit(actor);
	const row = mustOwn(actor, id);
	const mijn = merge({
		theirs: subsidieTekst(row),
		basis,
		mine: subsidieTekst(input),
		by: naamVan(row.updatedBy, wie),
	});
	check({ ...row, ...pick(input, mijn) });
	db()
		.update(subsidie)
		.set({ ...pick(input, mijn), updatedBy: doorWie(actor) })
		.where(eq(subsidie.id, id))
		.run();
}

/** The grant lasts longer; the perioden stay as they are. */
export function createVerlenging(actor: Actor, { id, ...input }: VerlengingInput & { id: string }) {
	mustEdit(actor);
	const { totNu } = mustOwn(actor, id);
	if (input.tot.dag <= totNu.dag)
		throw new Invalid({ tot: `De subsidie loopt al tot en met ${toonDatum(totNu)}.` });
	db()
		.insert(subsidieVerlenging)
		.values({ ...input, subsidieId: id, door: doorWie(actor) })
		.run();
}

/** The last extension was a mistake. */
export function removeVerlenging(actor: Actor, { id }: { id: string }) {
	mustEdit(actor);
	const own = listSubsidies(actor).flatMap((s) => s.verlengingen);
	mustFind(own.find((v) => v.id === id));
	db().delete(subsidieVerlenging).where(eq(subsidieVerlenging.id, id)).run();
}

export function removeSubsidie(actor: Actor, { id }: { id: string }) {
	mustEdit(actor);
	mustOwn(actor, id);
	db().delete(subsidie).where(eq(subsidie.id, id)).run();
}
