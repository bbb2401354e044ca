import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { idFrom } from '#server/id.ts';
import { haalVanTafel } from './document.server.ts';
import type { BordRow } from './rows.server.ts';
import { toonStand } from './stand.server.ts';
import { bord, briefje } from './tables.server.ts';

/** The tables of a wereldcafé, in the order in which they were made. */
export const tafelRows = (plenairId: string): BordRow[] =>
	db()
		.select()
		.from(bord)
		.where(and(eq(bord.plenairId, plenairId), isNull(bord.weggehaaldOp)))
		.orderBy(asc(bord.createdAt), asc(rowid(bord)))
		.all();

/** What comes from a table has on the bord of all the same id every time: it comes there once. */
export const opPlenair = (plenairId: string, id: string) => idFrom(`${plenairId} ${id}`);

/** Taken away, by whoever wrote it or by regie. */
export const weggehaaldVan = (bordId: string): string[] =>
	db()
		.select({ id: briefje.id })
		.from(briefje)
		.where(and(eq(briefje.bordId, bordId), isNotNull(briefje.weggehaaldOp)))
		.all()
		.map(({ id }) => id);

/** What was taken away on its table is there no more on the bord of all; the words may go too. */
function haalWeg({ plenairId }: BordRow, ids: readonly string[], velden: { tekst?: '' }) {
	if (plenairId === null) return;
	const daar = ids.map((id) => opPlenair(plenairId, id));
	const wat = and(eq(briefje.bordId, plenairId), inArray(briefje.id, daar));
	const there = db().select({ id: briefje.id }).from(briefje).where(wat).all();
	if (there.length === 0) return;
	db()
		.update(briefje)
		.set({ ...velden, weggehaaldOp: now(), weggehaaldDoor: 'zelf' })
		.where(velden.tekst === '' ? wat : and(wat, isNull(briefje.weggehaaldOp)))
		.run();
	toonStand(plenairId, (doc) => haalVanTafel(doc, daar));
}

/** Whoever takes words back, takes them back everywhere. */
export const wisOpPlenair = (tafel: BordRow, ids: readonly string[]) =>
	haalWeg(tafel, ids, { tekst: '' });

export const haalWegOpPlenair = (tafel: BordRow) => haalWeg(tafel, weggehaaldVan(tafel.id), {});
