import { eq, lt } from 'drizzle-orm';
import type { TekstNode } from '#features/tekst/node.ts';
import { versie } from '#features/verslag/tables.server.ts';
import { liveTekst, tekstNu } from '#features/verslag/tekst.server.ts';
import { inhoudVan } from '#features/verslag/versie.rows.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { listStored, removeStored } from '#server/files/store.ts';
import { errorFields, log } from '#server/log.ts';
import { afbeeldingRow, type AfbeeldingRow } from './rows.server.ts';
import { afbeelding } from './tables.server.ts';

const DAY = 86_400_000;
const KEEP_DAYS = 7;

/** The text of a bijeenkomst, and every text it once was: one at a time, for together they are many. */
function* textsOf(bijeenkomstId: string): Generator<TekstNode> {
	yield liveTekst(bijeenkomstId);
	yield tekstNu(bijeenkomstId);
	const mine = eq(versie.bijeenkomstId, bijeenkomstId);
	for (const { id } of db().select({ id: versie.id }).from(versie).where(mine).all()) {
		const row = db().select().from(versie).where(eq(versie.id, id)).get();
		if (row) yield inhoudVan(row);
	}
}

/** Of these pictures those that no text of their bijeenkomst speaks of; none when one cannot be read. */
function unusedOf(bijeenkomstId: string, rows: AfbeeldingRow[]): AfbeeldingRow[] {
	let left = rows;
	try {
		for (const tekst of textsOf(bijeenkomstId)) {
			const words = JSON.stringify(tekst);
			left = left.filter(({ id }) => !words.includes(id));
			if (left.length === 0) break;
		}
		return left;
	} catch (error) {
		const object = `bijeenkomst:${bijeenkomstId}`;
		log.error({ event: 'afbeelding.not-judged', object, ...errorFields(error) });
		return [];
	}
}

/** First the row, then the file: what is named is there. */
function remove(id: string) {
	db().delete(afbeelding).where(eq(afbeelding.id, id)).run();
	removeStored(id);
}

/**
 * For the list of jobs: a picture that no text of its verslag has, nor a version of it, goes after
 * a week. And a file without a row: of an upload that was cut off, or of a bijeenkomst that is gone.
 */
export function removeUnusedAfbeeldingen() {
	const before = new Date(now().getTime() - KEEP_DAYS * DAY);
	const old = db().select().from(afbeelding).where(lt(afbeelding.createdAt, before)).all();
	const perVerslag = Map.groupBy(old, (row: AfbeeldingRow) => row.bijeenkomstId);
	for (const [bijeenkomstId, rows] of perVerslag)
		for (const { id } of unusedOf(bijeenkomstId, rows)) remove(id);
	for (const id of listStored(new Date(now().getTime() - DAY)))
		if (!afbeeldingRow(id)) removeStored(id);
}
