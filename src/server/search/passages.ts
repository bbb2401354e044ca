import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { db } from '../db/db.ts';
import { prepared } from '../db/prepared.ts';
import { matchOf, termsOf } from './query.ts';
import { snippetOf, type SnippetPart } from './snippet.ts';
import { stemsOf } from './stem.ts';
import { passage } from './tables.server.ts';

/** The object that passages are part of. */
export interface PassageSource {
	soort: string;
	objectId: string;
	werkplaatsId: string;
	leeromgevingId: string;
}

export interface FoundPassage {
	objectId: string;
	tekst: string;
	snippet: SnippetPart[];
}

const ofObject = (soort: string, objectId: string) =>
	and(eq(passage.soort, soort), eq(passage.objectId, objectId));

/** The index keeps no text of its own: to take something out it has to be told what it was given. */
function dropPassage({ rowid, tekst }: { rowid: number; tekst: string }) {
	db().run(
		sql`insert into passage_index (passage_index, rowid, stems) values ('delete', ${rowid}, ${stemsOf(tekst)})`,
	);
	db().delete(passage).where(eq(passage.rowid, rowid)).run();
}

const adding = prepared((db) => ({
	row: db
		.insert(passage)
		.values({
			soort: sql.placeholder('soort'),
			objectId: sql.placeholder('objectId'),
			werkplaatsId: sql.placeholder('werkplaatsId'),
			leeromgevingId: sql.placeholder('leeromgevingId'),
			volgorde: sql.placeholder('volgorde'),
			tekst: sql.placeholder('tekst'),
		})
		.returning({ rowid: passage.rowid })
		.prepare(),
	index: db.$client.prepare('insert into passage_index (rowid, stems) values (?, ?)'),
}));

function addPassage(source: PassageSource, volgorde: number, tekst: string) {
	const { rowid } = adding().row.get({ ...source, volgorde, tekst });
	adding().index.run(rowid, stemsOf(tekst));
}

/**
 * Makes these the passages of an object, in the caller's transaction. One text changes a little at
 * a time, so what stays the same keeps its row: the index is touched for the paragraph somebody
 * writes in, not for all of them.
 */
export function replacePassages(source: PassageSource, teksten: readonly string[]) {
	const { soort, objectId, werkplaatsId, leeromgevingId } = source;
	const rows = db().select().from(passage).where(ofObject(soort, objectId)).all();
	const known = new Map<string, typeof rows>();
	for (const row of rows) known.set(row.tekst, [...(known.get(row.tekst) ?? []), row]);
	for (const [volgorde, tekst] of teksten.entries()) {
		const row = known.get(tekst)?.shift();
		if (!row) addPassage(source, volgorde, tekst);
		else if (
			row.volgorde !== volgorde ||
			row.werkplaatsId !== werkplaatsId ||
			row.leeromgevingId !== leeromgevingId
		)
			db()
				.update(passage)
				.set({ volgorde, werkplaatsId, leeromgevingId })
				.where(eq(passage.rowid, row.rowid))
				.run();
	}
	for (const left of known.values()) for (const row of left) dropPassage(row);
}

export function removePassages(soort: string, objectId: string) {
	const where = ofObject(soort, objectId);
	const { rowid, tekst } = passage;
	for (const row of db().select({ rowid, tekst }).from(passage).where(where).all())
		dropPassage(row);
}

/**
 * The passages that have all words of a question, the best first. `allowed` is a condition on the
 * table `passage`: who asks decides in SQL what may be seen, so nothing else is even counted.
 */
export function searchPassages(question: string, allowed: SQL, most: number): FoundPassage[] {
	const terms = termsOf(question);
	if (terms.length === 0) return [];
	const rows = db()
		.select({ objectId: passage.objectId, tekst: passage.tekst })
		.from(passage)
		.innerJoin(sql`passage_index`, sql`passage_index.rowid = ${passage.rowid}`)
		.where(and(sql`passage_index match ${matchOf(terms)}`, allowed))
		.orderBy(sql`bm25(passage_index)`, asc(passage.rowid))
		.limit(most)
		.all();
	return rows.map(({ objectId, tekst }) => ({ objectId, tekst, snippet: snippetOf(tekst, terms) }));
}
