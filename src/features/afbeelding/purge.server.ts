import { eq, lt } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { listStored, removeStored } from '#server/files/store.ts';
import { afbeeldingRow, type AfbeeldingRow } from './rows.server.ts';
import { versie } from '#features/verslag/tables.server.ts';
import { afbeelding } from './tables.server.ts';
import { liveTekst, tekstNu } from '#features/verslag/tekst.server.ts';
import { inhoudVan } from '#features/verslag/versie.rows.server.ts';

const DAY = 86_400_000;
const KEEP_DAYS = 7;

/** Every id that the text of a bijeenkomst, or a text it once was, speaks of. */
function textsOf(bijeenkomstId: string): string {
	const versies = db()
		.select({ inhoud: versie.inhoud })
		.from(versie)
		.where(eq(versie.bijeenkomstId, bijeenkomstId))
		.all();
	const all = [liveTekst(bijeenkomstId), tekstNu(bijeenkomstId), ...versies.map(inhoudVan)];
	return JSON.stringify(all);
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
	for (const [bijeenkomstId, rows] of perVerslag) {
		const texts = textsOf(bijeenkomstId);
		for (const { id } of rows) if (!texts.includes(id)) remove(id);
	}
	for (const id of listStored(new Date(now().getTime() - DAY)))
		if (!afbeeldingRow(id)) removeStored(id);
}
