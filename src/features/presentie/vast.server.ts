import { asc, eq } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { bevestigdeRegel, presentiecorrectie } from './tables.server.ts';

export const correctieRows = (bijeenkomstId: string) =>
	db()
		.select()
		.from(presentiecorrectie)
		.where(eq(presentiecorrectie.bijeenkomstId, bijeenkomstId))
		.orderBy(asc(presentiecorrectie.createdAt), asc(rowid(presentiecorrectie)))
		.all();

export interface Vast {
	bevestigd: number;
	correcties: number[];
}

/** Of each line that was confirmed: the minutes of then, and what came after. */
export function vasteMinuten(bijeenkomstId: string): Map<string, Vast> {
	const rows = db()
		.select()
		.from(bevestigdeRegel)
		.where(eq(bevestigdeRegel.bijeenkomstId, bijeenkomstId))
		.all();
	const vast = new Map<string, Vast>(
		rows.map(({ regelId, minuten }) => [regelId, { bevestigd: minuten, correcties: [] }]),
	);
	for (const { regelId, minuten } of correctieRows(bijeenkomstId))
		vast.get(regelId)?.correcties.push(minuten);
	return vast;
}
