import { asc, eq } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { isOp } from '#features/werkplaats/periode.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { kennisagenda, thema, themaKeuze } from './tables.server.ts';

/** The agenda of the werkplaats; undefined until somebody gave it a title. */
export const detailKennisagenda = (actor: Actor) =>
	db()
		.select()
		.from(kennisagenda)
		.where(eq(kennisagenda.werkplaatsId, werkplaatsVan(actor)))
		.orderBy(asc(kennisagenda.createdAt))
		.get();

/**
 * Every thema in its order, with the perioden it was chosen for. A thema that was never chosen
 * is on the agenda like the others.
 */
export function listThemas(actor: Actor, dag: string = today()) {
	const werkplaatsId = werkplaatsVan(actor);
	const perioden = listPerioden(actor);
	const rows = db()
		.select()
		.from(thema)
		.where(eq(thema.werkplaatsId, werkplaatsId))
		.orderBy(asc(thema.volgnummer))
		.all();
	const keuzes = db()
		.select({ themaId: themaKeuze.themaId, periodeId: themaKeuze.periodeId })
		.from(themaKeuze)
		.innerJoin(thema, eq(thema.id, themaKeuze.themaId))
		.where(eq(thema.werkplaatsId, werkplaatsId))
		.all();
	return rows.map((row) => {
		const eigen = keuzes.filter((k) => k.themaId === row.id).map((k) => k.periodeId);
		const gekozenIn = perioden.filter((p) => eigen.includes(p.id));
		return { ...row, gekozenIn, gekozenNu: gekozenIn.some((p) => isOp(p, dag)) };
	});
}

export type Thema = ReturnType<typeof listThemas>[number];

export const detailThema = (actor: Actor, id: string): Thema =>
	mustFind(listThemas(actor).find((t) => t.id === id));
