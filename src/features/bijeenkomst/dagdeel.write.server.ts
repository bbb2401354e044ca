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
import { sleutelVan, zetDagdelen } from './koppel.server.ts';
import { dagdeelRows } from './rows.server.ts';
import { bijeenkomst } from './tables.server.ts';

/** From the first day to the last, as one writes it. */
function datumVan(delen: readonly DagdeelNieuw[]): Schrijfdatum {
	const dagen = delen.map(({ dag }) => dag).sort();
	const [eerste, laatste] = [dagen[0]!, dagen.at(-1)!];
	const datum = { geschreven: '', eerste, dag: eerste, laatste, aangenomen: false };
	return { ...datum, geschreven: toonDatum(datum) };
}

/** The stretches of a bijeenkomst of several days; without any it is its own begin and eind. */
export function assignDagdelen(
	actor: Actor,
	{ id, delen }: { id: string; delen: DagdeelNieuw[] },
): { verplaatst: boolean } {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	const was = dagdeelRows(id).map(sleutelVan);
	const wordt = [...delen].sort((a, b) => (a.dag + a.begin).localeCompare(b.dag + b.begin));
	if (JSON.stringify(was) === JSON.stringify(wordt.map(sleutelVan))) return { verplaatst: false };
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
