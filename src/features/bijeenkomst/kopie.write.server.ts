import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { plusDagen } from '#features/datum/kalender.ts';
import { isEenDag, type Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { toonDag } from '#features/datum/toon.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { factsOf, findBijeenkomst, type BijeenkomstRow } from './find.server.ts';
import { herhaalDagen } from './herhaal.ts';
import type { BijeenkomstNieuw } from './input.ts';
import { zetDagdelen } from './koppel.server.ts';
import type { HerhaalInput, KopieInput } from './reeks.input.ts';
import { createReeks } from './reeks.write.server.ts';
import { dagdeelRows, reeksOf } from './rows.server.ts';
import { bijeenkomst, reeks } from './tables.server.ts';
import { wijzigingVan } from './wijziging.server.ts';
import { createBijeenkomst } from './write.server.ts';

/** What comes again: not how many came, and what was written of it. */
function opnieuw(actor: Actor, row: BijeenkomstRow): BijeenkomstNieuw {
	const { aantal: _a, nieuwsUrl: _n, periodeId: _p, ...rest } = wijzigingVan(row);
	return { ...rest, reeksId: reeksOf(actor, row)?.id ?? null };
}

const dagenTussen = (van: string, tot: string) =>
	Math.round((Date.parse(tot) - Date.parse(van)) / 86_400_000);

/** One more, on a day; of several days each as far from the first as it was. */
function maakKopie(actor: Actor, row: BijeenkomstRow, datum: Schrijfdatum): string {
	const delen = dagdeelRows(row.id);
	const schuif = delen[0] ? dagenTussen(delen[0].dag, datum.dag) : 0;
	const { id } = createBijeenkomst(actor, {
		...opnieuw(actor, row),
		datum,
		leeromgevingId: row.leeromgevingId,
	});
	zetDagdelen(
		id,
		delen.map(({ dag, begin, eind, pauzes }) => ({
			dag: plusDagen(dag, schuif),
			begin,
			eind,
			pauzes,
		})),
	);
	return id;
}

/** The same again on another day; the agenda and who is invited go along from elsewhere. */
export function createKopie(
	actor: Actor,
	{ id, datum }: KopieInput & { id: string },
): { id: string } {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	if (dagdeelRows(id).length > 0 && !isEenDag(datum))
		throw new Invalid({ datum: 'Schrijf de eerste dag, bijvoorbeeld 11 juni 2026.' });
	return db().transaction(() => ({ id: maakKopie(actor, row, datum) }));
}

const opDag = (dag: string): Schrijfdatum => ({
	geschreven: toonDag(dag),
	eerste: dag,
	dag,
	laatste: dag,
	aangenomen: false,
});

/** The reeks that it is in, or a new one in which it is the first. */
function reeksVoor(actor: Actor, row: BijeenkomstRow): string {
	const al = reeksOf(actor, row);
	if (al) return al.id;
	const { leeromgevingId, titel, soort, soortAnders } = row;
	const { id } = createReeks(actor, {
		...{ leeromgevingId, titel, soort, soortAnders, datum: null, periodeId: null, toelichting: '' },
		aantal: { aantal: null, circa: false, tekst: '' },
	});
	db().update(bijeenkomst).set({ reeksId: id }).where(eq(bijeenkomst.id, row.id)).run();
	return id;
}

/** Now it is known how many there are at least as many of. */
function telDelen(reeksId: string) {
	const deel = and(eq(bijeenkomst.reeksId, reeksId), isNull(bijeenkomst.weggehaaldOp));
	const aantal = db().select({ id: bijeenkomst.id }).from(bijeenkomst).where(deel).all().length;
	db().update(reeks).set({ aantal, circa: false }).where(eq(reeks.id, reeksId)).run();
}

/** Again and again, all in one reeks: all of them or none. */
export function createHerhaling(
	actor: Actor,
	{ id, elke, aantal }: HerhaalInput & { id: string },
): { ids: string[] } {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	if (!isEenDag(row.datum))
		throw new Invalid({ elke: 'Schrijf eerst op welke dag het de eerste keer is.' });
	const dagen = herhaalDagen({ van: row.datum.dag, elke, aantal });
	return db().transaction(() => {
		const reeksId = reeksVoor(actor, row);
		const met = { ...row, reeksId };
		const ids = dagen.map((dag) => maakKopie(actor, met, opDag(dag)));
		if (reeksId !== row.reeksId) telDelen(reeksId);
		return { ids };
	});
}
