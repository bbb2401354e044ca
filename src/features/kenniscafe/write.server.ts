import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayCountDoor, mayWriteBezoek, mayWriteTotaal } from '#access/kenniscafe.ts';
import { must } from '#access/must.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { merge } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import { basisBezoek } from './basis.ts';
import type { Bezoekerscategorie } from './categorie.ts';
import type { BezoekInput, TikInput, TotaalInput } from './input.ts';
import { geschrevenBezoek } from './rows.server.ts';
import { bezoek, bezoektotaal, bezoektotaalVan, deurtik } from './tables.server.ts';

const tellDeur = (bijeenkomstId: string) => notifyDocument(verslagNaam(bijeenkomstId), 'deur');

const getikt = (bijeenkomstId: string, categorie: Bezoekerscategorie): number =>
	db()
		.select({ som: sql<number>`coalesce(sum(${deurtik.aantal}), 0)` })
		.from(deurtik)
		.where(and(eq(deurtik.bijeenkomstId, bijeenkomstId), eq(deurtik.categorie, categorie)))
		.get()!.som;

/**
 * Somebody came in, or that was a mistake. The id is of the device: what it sends twice counts
 * once. Nobody can leave who never came: such a mistake is kept as nothing.
 */
export function createTik(
	actor: Actor,
	{ bijeenkomstId, ...tik }: TikInput & { bijeenkomstId: string },
) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayCountDoor(actor, factsOf(row)));
	const aantal = tik.aantal === 1 || getikt(row.id, tik.categorie) > 0 ? tik.aantal : 0;
	const id = tik.id || newId();
	db()
		.insert(deurtik)
		.values({ ...tik, id, aantal, bijeenkomstId: row.id, door: doorWie(actor) })
		.onConflictDoNothing()
		.run();
	tellDeur(row.id);
}

/** The total is a column of the bijeenkomst; here it is one form with the categories. */
export function updateBezoek(
	actor: Actor,
	{ id, ...input }: BezoekInput & { id: string },
	basis?: Record<string, string>,
) {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBezoek(actor, factsOf(row)));
	const keep = merge({
		theirs: basisBezoek({ totaal: row, aantallen: geschrevenBezoek(id) }),
		basis,
		mine: basisBezoek({
			totaal: { ...input.totaal, aantalTekst: input.totaal.tekst },
			aantallen: input.aantallen,
		}),
		by: wieWas(row.werkplaatsId, row.updatedBy),
	});
	if (keep.size === 0) return;
	const updatedBy = doorWie(actor);
	const { aantal, circa, tekst } = input.totaal;
	const values = keep.has('totaal')
		? { aantal, circa, aantalTekst: tekst, updatedBy }
		: { updatedBy };
	db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
	for (const field of keep)
		if (field !== 'totaal')
			zetBezoek({ id, categorie: field, aantal: input.aantallen[field], updatedBy });
	tellDeur(id);
}

interface Zet {
	id: string;
	categorie: Bezoekerscategorie;
	/** Undefined: nobody knows. */
	aantal: number | undefined;
	updatedBy: string | null;
}

function zetBezoek({ id, categorie, aantal, updatedBy }: Zet) {
	const van = and(eq(bezoek.bijeenkomstId, id), eq(bezoek.categorie, categorie));
	if (aantal === undefined) return void db().delete(bezoek).where(van).run();
	db()
		.insert(bezoek)
		.values({ bijeenkomstId: id, categorie, aantal, updatedBy })
		.onConflictDoUpdate({
			target: [bezoek.bijeenkomstId, bezoek.categorie],
			set: { aantal, updatedBy },
		})
		.run();
}

/** A number that a source gives for several bijeenkomsten at once. */
export function createTotaal(actor: Actor, { van, ...totaal }: TotaalInput): { id: string } {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayWriteTotaal(actor, { werkplaatsId }));
	mustBeHier(werkplaatsId, van);
	const zelfdeNaam = and(
		eq(bezoektotaal.werkplaatsId, werkplaatsId),
		eq(bezoektotaal.naam, totaal.naam),
	);
	if (db().select({ id: bezoektotaal.id }).from(bezoektotaal).where(zelfdeNaam).get())
		throw new Invalid({ naam: 'Er is al een totaal met deze naam.' });
	const { id } = db()
		.insert(bezoektotaal)
		.values({ ...totaal, werkplaatsId, door: doorWie(actor) })
		.returning({ id: bezoektotaal.id })
		.get();
	for (const bijeenkomstId of new Set(van))
		db().insert(bezoektotaalVan).values({ bezoektotaalId: id, bijeenkomstId }).run();
	return { id };
}

function mustBeHier(werkplaatsId: string, ids: readonly string[]) {
	const hier = db()
		.select({ id: bijeenkomst.id })
		.from(bijeenkomst)
		.where(
			and(
				eq(bijeenkomst.werkplaatsId, werkplaatsId),
				isNull(bijeenkomst.weggehaaldOp),
				inArray(bijeenkomst.id, [...ids]),
			),
		)
		.all();
	if (hier.length !== new Set(ids).size) throw new NotFound();
}

export function removeTotaal(actor: Actor, id: string) {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayWriteTotaal(actor, { werkplaatsId }));
	const mijn = and(eq(bezoektotaal.id, id), eq(bezoektotaal.werkplaatsId, werkplaatsId));
	if (db().delete(bezoektotaal).where(mijn).run().changes === 0) throw new NotFound();
}
