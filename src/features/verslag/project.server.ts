import { and, eq, inArray, notInArray } from 'drizzle-orm';
import type { Doc } from 'yjs';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { zonderVoorstellen } from '#features/voorstel/voorstel.ts';
import { db } from '#server/db/db.ts';
import { idFrom } from '#server/id.ts';
import { removePassages, replacePassages } from '#server/search/passages.ts';
import { passage } from '#server/search/tables.server.ts';
import type { Contribution } from '#sync/kind.ts';
import { addBijdragen } from './bijdrage.server.ts';
import { toPlain } from './document.ts';
import { vaststellingOf } from './find.server.ts';
import { passagesOf } from './passages.ts';
import { actiepuntenOf, besluitenOf } from './punten.ts';
import { actiepunt, besluit } from './tables.server.ts';

/** Of a verslag in the table of passages. */
export const SOORT = 'verslag';

/**
 * The plain rows of a verslag, after a store and in its transaction: a picture of the text as it
 * stands, without what is only proposed. Nothing a text can hold makes this throw: that would undo
 * the store. Of a bijeenkomst that is gone nothing stays; one that was taken away keeps its rows,
 * so that putting it back is enough: who reads them asks the bijeenkomst.
 */
export function projectVerslag(
	bijeenkomstId: string,
	doc: Doc,
	contributions: readonly Contribution[],
) {
	const row = db().select().from(bijeenkomst).where(eq(bijeenkomst.id, bijeenkomstId)).get();
	if (!row) return removePassages(SOORT, bijeenkomstId);
	// what was vastgesteld stands, whatever a document says
	const tekst = zonderVoorstellen(vaststellingOf(bijeenkomstId)?.inhoud ?? toPlain(doc));
	const passages = passagesOf(tekst);
	const { werkplaatsId } = row;
	const leeromgevingId = row.leeromgevingId ?? '';
	replacePassages({ soort: SOORT, objectId: row.id, werkplaatsId, leeromgevingId }, passages);
	projectActiepunten(row, tekst);
	projectBesluiten(row.id, tekst);
	addBijdragen(row.id, contributions, passages);
}

/** For the list of jobs: a bijeenkomst that goes with its team leaves no word behind. */
export function removeLostPassages() {
	const there = db().select({ id: bijeenkomst.id }).from(bijeenkomst);
	const lost = and(eq(passage.soort, SOORT), notInArray(passage.objectId, there));
	const rows = db().selectDistinct({ id: passage.objectId }).from(passage).where(lost).all();
	for (const { id } of rows) removePassages(SOORT, id);
}

/**
 * One id per row. Two nodes with one id come from a copy whose id was not renewed yet, or from
 * another program: the first keeps it, the next gets one that is the same at every projection.
 */
function withOwnId<T extends { id: string }>(list: readonly T[], bijeenkomstId: string): T[] {
	const seen = new Set<string>();
	return list.map((item) => {
		let { id } = item;
		for (let n = 2; !id || seen.has(id); n++) id = idFrom(`${bijeenkomstId}/${item.id}/${n}`);
		seen.add(id);
		return { ...item, id };
	});
}

/** Of the people that are named, those that are in this werkplaats. */
function knownPeople(werkplaatsId: string, ids: string[]): Set<string> {
	const here = and(eq(persoon.werkplaatsId, werkplaatsId), inArray(persoon.id, ids));
	return new Set(
		db()
			.select({ id: persoon.id })
			.from(persoon)
			.where(here)
			.all()
			.map(({ id }) => id),
	);
}

function projectActiepunten(
	{ id: bijeenkomstId, werkplaatsId }: { id: string; werkplaatsId: string },
	tekst: TekstNode,
) {
	const punten = withOwnId(actiepuntenOf(tekst), bijeenkomstId);
	const people = knownPeople(werkplaatsId, [...new Set(punten.map(({ wieId }) => wieId))]);
	const gone = notInArray(
		actiepunt.id,
		punten.map(({ id }) => id),
	);
	db()
		.delete(actiepunt)
		.where(and(eq(actiepunt.bijeenkomstId, bijeenkomstId), gone))
		.run();
	for (const [volgorde, { id, wieId, ...punt }] of punten.entries()) {
		const set = { ...punt, volgorde, wieId: people.has(wieId) ? wieId : null };
		db()
			.insert(actiepunt)
			.values({ bijeenkomstId, id, ...set })
			.onConflictDoUpdate({ target: [actiepunt.bijeenkomstId, actiepunt.id], set })
			.run();
	}
}

function projectBesluiten(bijeenkomstId: string, tekst: TekstNode) {
	const besluiten = withOwnId(besluitenOf(tekst), bijeenkomstId);
	const gone = notInArray(
		besluit.id,
		besluiten.map(({ id }) => id),
	);
	db()
		.delete(besluit)
		.where(and(eq(besluit.bijeenkomstId, bijeenkomstId), gone))
		.run();
	for (const [volgorde, { id, tekst: zin }] of besluiten.entries())
		db()
			.insert(besluit)
			.values({ bijeenkomstId, id, volgorde, tekst: zin })
			.onConflictDoUpdate({
				target: [besluit.bijeenkomstId, besluit.id],
				set: { volgorde, tekst: zin },
			})
			.run();
}
