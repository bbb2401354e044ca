import { and, asc, count, desc, eq, inArray, isNotNull, isNull, max, or } from 'drizzle-orm';
import type { BriefjeFacts } from '#access/bord.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { rowid } from '#server/db/rowid.ts';
import type { Fase } from '#ui/fase.ts';
import type { Neergelegd } from './beeld.ts';
import { legOpTafel } from './document.server.ts';
import type { BordRow } from './rows.server.ts';
import { heeftFasen, soortenOp, STANDPUNTEN } from './soort.ts';
import { KIES_STANDPUNT } from './standpunt.ts';
import { tellRegie } from './nieuws.server.ts';
import { toonStand } from './stand.server.ts';
import type { Tafel } from './tafel.server.ts';
import { bord as borden, briefje, deelnemer } from './tables.server.ts';

export type BriefjeRow = typeof briefje.$inferSelect;

/** On whatever bord: for what is sent twice. */
export const briefjeMet = (id: string): BriefjeRow | undefined =>
	db().select().from(briefje).where(eq(briefje.id, id)).get();

export const briefjesMet = (ids: string[]): BriefjeRow[] =>
	db().select().from(briefje).where(inArray(briefje.id, ids)).all();

const schrijver = ({ deelnemerId }: BriefjeRow) =>
	deelnemerId === null
		? undefined
		: db().select().from(deelnemer).where(eq(deelnemer.id, deelnemerId)).get();

export const factsOfBriefje = (row: BriefjeRow): BriefjeFacts => ({
	deelnemerId: row.deelnemerId,
	persoonId: schrijver(row)?.persoonId ?? null,
	namensDoor: row.namensDoor,
});

/** Ever: what was taken away can be put back, and is kept until then. */
export const telBriefjes = (bordId: string): number =>
	db().select({ n: count() }).from(briefje).where(eq(briefje.bordId, bordId)).get()!.n;

const EEN_IS_GENOEG = 'Je legde al een briefje neer. Je kunt het nog wijzigen.';

/** In which phase it is begun; of a bord without phases in its only one. */
export const faseVoor = ({ row, stand }: Tafel, fase: Fase | undefined): Fase =>
	heeftFasen(row.soort) ? (fase ?? stand.fase) : 'delen';

/** Of a stelling one says whether one agrees; elsewhere there is nothing to agree with. */
export function mustSuit(
	{ soort: bord }: BordRow,
	{ soort, fase }: Pick<BriefjeRow, 'soort' | 'fase'>,
) {
	const soorten = soortenOp(bord, fase);
	if (soort === '' ? soorten === STANDPUNTEN : !Object.hasOwn(soorten, soort))
		throw new Invalid({ soort: soorten === STANDPUNTEN ? KIES_STANDPUNT : 'Kies een soort.' });
}

/** At a check-in everybody says one thing. */
export function mustBeFirst({ id: bordId, soort }: BordRow, deelnemerId: string) {
	if (heeftFasen(soort)) return;
	const there = briefjesVan(bordId, { deelnemerId, persoonId: null });
	if (there.some(({ weggehaaldOp }) => weggehaaldOp === null)) throw new Invalid(EEN_IS_GENOEG);
}

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

/** Of this phase, by its writers alone; not of a gast who was sent away. */
const isVerborgen = (bordId: string, fase: BriefjeRow['fase']) =>
	and(
		eq(briefje.bordId, bordId),
		eq(briefje.fase, fase),
		isNull(briefje.gelegdOp),
		isNull(briefje.weggehaaldOp),
		or(isNull(deelnemer.verwijderdOp), isNotNull(deelnemer.persoonId)),
	);

/** What only its writers see. */
export const verborgenOf = (bordId: string, fase: BriefjeRow['fase']): BriefjeRow[] =>
	db()
		.select({ briefje })
		.from(briefje)
		.leftJoin(deelnemer, eq(deelnemer.id, briefje.deelnemerId))
		.where(isVerborgen(bordId, fase))
		.orderBy(asc(briefje.createdAt), asc(rowid(briefje)))
		.all()
		.map((row) => row.briefje);

export const telVerborgen = (bordId: string, fase: BriefjeRow['fase']): number =>
	db()
		.select({ n: count() })
		.from(briefje)
		.leftJoin(deelnemer, eq(deelnemer.id, briefje.deelnemerId))
		.where(isVerborgen(bordId, fase))
		.get()!.n;

/**
 * Hidden is what belongs to the phase in which everybody writes for oneself; also when that was left
 * before it was laid open, for whoever was still writing began in the same quiet.
 */
export const blijftVerborgen = (
	{ row, stand }: Tafel,
	{ id, fase }: Pick<BriefjeRow, 'id' | 'fase'>,
) =>
	stand.stil && (stand.fase === fase || verborgenOf(row.id, fase).some((ander) => ander.id !== id));

/** What is hidden changed: everybody sees who wrote something, and who holds regie how many there are. */
export function toonVerborgen(bordId: string) {
	toonStand(bordId);
	tellRegie(bordId);
}

/** Of each of these who wrote it, and at which table; in one question for all. */
function herkomstVan(rows: readonly BriefjeRow[]) {
	const ids = rows.map(({ id }) => id);
	const alle = db()
		.select({ id: briefje.id, wie: deelnemer.naam, tafel: borden.titel })
		.from(briefje)
		.leftJoin(deelnemer, eq(deelnemer.id, briefje.deelnemerId))
		.leftJoin(borden, eq(borden.id, briefje.tafelId))
		.where(inArray(briefje.id, ids))
		.all();
	return new Map(alle.map((een) => [een.id, een]));
}

/** As everybody sees them. Who wrote one stands on it when the bord says so, and then only. */
function beeldenVan(bord: BordRow, rows: readonly BriefjeRow[]): Omit<Neergelegd, 'nr'>[] {
	const herkomst = herkomstVan(rows);
	return rows.map(({ id, tekst, fase, soort, perspectief, deelnemerId, tafelronde }) => ({
		...{ id, tekst, fase, soort, perspectief, tafelronde },
		wie: (bord.namen && herkomst.get(id)?.wie) || '',
		namens: deelnemerId === null,
		tafel: herkomst.get(id)?.tafel ?? '',
	}));
}

/** On the table and on every screen, in this order. What lay there before keeps its number. */
export function leg(bord: BordRow, rows: readonly BriefjeRow[]) {
	let last =
		db()
			.select({ nr: max(briefje.nr) })
			.from(briefje)
			.where(eq(briefje.bordId, bord.id))
			.get()?.nr ?? 0;
	const gelegd = beeldenVan(bord, rows).map((beeld, at) => ({
		...beeld,
		nr: rows[at]!.nr ?? ++last,
	}));
	const gelegdOp = now();
	for (const [index, { id, nr }] of gelegd.entries())
		if (rows[index]!.gelegdOp === null)
			db().update(briefje).set({ gelegdOp, nr }).where(eq(briefje.id, id)).run();
	toonStand(bord.id, (doc) => legOpTafel(doc, gelegd));
}
