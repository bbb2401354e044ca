import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { db } from '#server/db/db.ts';
import type { DagdeelNieuw } from './dagdeel.input.ts';
import { factsOf, findBijeenkomst } from './find.server.ts';
import { laatWeten } from './meld.server.ts';
import { dagdeelRows } from './rows.server.ts';
import { bijeenkomst, dagdeel } from './tables.server.ts';

/** From the first day to the last, as one writes it. */
function datumVan(delen: readonly DagdeelNieuw[]): Schrijfdatum {
	const dagen = delen.map(({ dag }) => dag).sort();
	const [eerste, laatste] = [dagen[0]!, dagen.at(-1)!];
	const datum = { geschreven: '', eerste, dag: eerste, laatste, aangenomen: false };
	return { ...datum, geschreven: toonDatum(datum) };
}

const sleutel = ({ dag, begin, eind, pauzes }: DagdeelNieuw) =>
	JSON.stringify([dag, begin, eind, pauzes]);

/** A stretch that stays the same keeps its id: who was there hangs on it. */
export function zetDagdelen(bijeenkomstId: string, delen: readonly DagdeelNieuw[]) {
	const al = dagdeelRows(bijeenkomstId);
	const wens = new Set(delen.map(sleutel));
	const kent = new Set(al.map(sleutel));
	for (const deel of al)
		if (!wens.has(sleutel(deel))) db().delete(dagdeel).where(eq(dagdeel.id, deel.id)).run();
	for (const deel of delen)
		if (!kent.has(sleutel(deel)))
			db()
				.insert(dagdeel)
				.values({ bijeenkomstId, ...deel })
				.run();
}

/** The stretches of a bijeenkomst of several days; without any it is its own begin and eind. */
export function assignDagdelen(
	actor: Actor,
	{ id, delen }: { id: string; delen: DagdeelNieuw[] },
): { verplaatst: boolean } {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	const was = dagdeelRows(id).map(sleutel);
	const wordt = [...delen].sort((a, b) => (a.dag + a.begin).localeCompare(b.dag + b.begin));
	if (JSON.stringify(was) === JSON.stringify(wordt.map(sleutel))) return { verplaatst: false };
	const [eerste] = wordt;
	const tijden = eerste && { datum: datumVan(wordt), begin: eerste.begin, eind: eerste.eind };
	db().transaction(() => {
		zetDagdelen(id, wordt);
		const values = { ...tijden, volgnummer: row.volgnummer + 1, updatedBy: doorWie(actor) };
		db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
	});
	laatWeten(id);
	return { verplaatst: true };
}
