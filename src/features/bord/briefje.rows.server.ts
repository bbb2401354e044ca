import { and, asc, count, desc, eq, isNull, max, or } from 'drizzle-orm';
import type { BriefjeFacts } from '#access/bord.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import type { Neergelegd } from './beeld.ts';
import { legOpTafel } from './document.server.ts';
import type { BordRow } from './find.server.ts';
import { toonStand } from './stand.server.ts';
import type { Tafel } from './tafel.server.ts';
import { briefje, deelnemer } from './tables.server.ts';

export type BriefjeRow = typeof briefje.$inferSelect;

/** On whatever bord: for what is sent twice. */
export const briefjeMet = (id: string): BriefjeRow | undefined =>
	db().select().from(briefje).where(eq(briefje.id, id)).get();

const schrijver = ({ deelnemerId }: BriefjeRow) =>
	deelnemerId === null
		? undefined
		: db().select().from(deelnemer).where(eq(deelnemer.id, deelnemerId)).get();

export const factsOfBriefje = (row: BriefjeRow): BriefjeFacts => ({
	deelnemerId: row.deelnemerId,
	persoonId: schrijver(row)?.persoonId ?? null,
	namensDoor: row.namensDoor,
});

export const telBriefjes = (bordId: string): number =>
	db()
		.select({ n: count() })
		.from(briefje)
		.where(and(eq(briefje.bordId, bordId), isNull(briefje.weggehaaldOp)))
		.get()!.n;

/** What this seat wrote, and what this persoon wrote down for others. */
export function briefjesVan(
	bordId: string,
	{ deelnemerId, persoonId }: { deelnemerId: string | null; persoonId: string | null },
): BriefjeRow[] {
	const mine = or(
		deelnemerId === null ? undefined : eq(briefje.deelnemerId, deelnemerId),
		persoonId === null ? undefined : eq(briefje.namensDoor, persoonId),
	);
	if (!mine) return [];
	return db()
		.select()
		.from(briefje)
		.where(and(eq(briefje.bordId, bordId), mine))
		.orderBy(desc(briefje.createdAt), desc(rowid(briefje)))
		.all();
}

/** Of this phase what only its writers see; not of who was sent away. */
export const verborgenOf = (bordId: string, fase: BriefjeRow['fase']): BriefjeRow[] =>
	db()
		.select({ briefje, verwijderdOp: deelnemer.verwijderdOp })
		.from(briefje)
		.leftJoin(deelnemer, eq(deelnemer.id, briefje.deelnemerId))
		.where(
			and(
				eq(briefje.bordId, bordId),
				eq(briefje.fase, fase),
				isNull(briefje.gelegdOp),
				isNull(briefje.weggehaaldOp),
				isNull(deelnemer.verwijderdOp),
			),
		)
		.orderBy(asc(briefje.createdAt), asc(rowid(briefje)))
		.all()
		.map((row) => row.briefje);

/**
 * Hidden is what belongs to the phase in which everybody writes for oneself; also when that was left
 * before it was laid open, for whoever was still writing began in the same quiet.
 */
export const blijftVerborgen = (
	{ row, stand }: Tafel,
	{ id, fase }: Pick<BriefjeRow, 'id' | 'fase'>,
) =>
	stand.stil && (stand.fase === fase || verborgenOf(row.id, fase).some((ander) => ander.id !== id));

/** As everybody sees it. Who wrote it stands on it when the bord says so, and then only. */
const beeldVan = (bord: BordRow, row: BriefjeRow, nr: number): Neergelegd => ({
	id: row.id,
	tekst: row.tekst,
	fase: row.fase,
	soort: row.soort,
	perspectief: row.perspectief,
	wie: bord.namen ? (schrijver(row)?.naam ?? '') : '',
	namens: row.deelnemerId === null,
	nr,
});

/** On the table and on every screen, in this order. What lay there before keeps its number. */
export function leg(bord: BordRow, rows: readonly BriefjeRow[]) {
	let last =
		db()
			.select({ nr: max(briefje.nr) })
			.from(briefje)
			.where(eq(briefje.bordId, bord.id))
			.get()?.nr ?? 0;
	const gelegd = rows.map((row) => beeldVan(bord, row, row.nr ?? ++last));
	const gelegdOp = now();
	for (const [index, { id, nr }] of gelegd.entries())
		if (rows[index]!.gelegdOp === null)
			db().update(briefje).set({ gelegdOp, nr }).where(eq(briefje.id, id)).run();
	toonStand(bord.id, (doc) => legOpTafel(doc, gelegd));
}
