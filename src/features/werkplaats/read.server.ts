import { and, asc, eq, inArray } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { mayReadWerkplaats } from '#access/werkplaats.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { isOp } from './periode.ts';
import { periode, subsidie, subsidieVerlenging, werkplaats, woord } from './tables.server.ts';
import { STANDAARD, type Woord, type Woordenlijst, type WoordSleutel } from './woordenlijst.ts';

export type Periode = typeof periode.$inferSelect;

/** The werkplaats of the actor. */
export function detailWerkplaats(actor: Actor) {
	const id = werkplaatsVan(actor);
	const row = db().select().from(werkplaats).where(eq(werkplaats.id, id)).get();
	const {
		createdAt: _c,
		updatedAt: _u,
		updatedBy: _b,
		...rest
	} = mustFind(row, (found) => mayReadWerkplaats(actor, { werkplaatsId: found.id }));
	return rest;
}

/** Perioden from the first to the last. */
export const listPerioden = (actor: Actor): Periode[] =>
	db()
		.select()
		.from(periode)
		.where(eq(periode.werkplaatsId, werkplaatsVan(actor)))
		.orderBy(asc(periode.van))
		.all();

export const detailPeriode = (actor: Actor, id: string): Periode =>
	mustFind(
		db()
			.select()
			.from(periode)
			.where(and(eq(periode.id, id), eq(periode.werkplaatsId, werkplaatsVan(actor))))
			.get(),
	);

/** The periode a day is in, if any. */
export const periodeOp = (actor: Actor, dag: string = today()): Periode | undefined =>
	listPerioden(actor).find((p) => isOp(p, dag));

/** Grants with what they were extended to; an extension never moves a periode. */
export function listSubsidies(actor: Actor) {
	const rows = db()
		.select()
		.from(subsidie)
		.where(eq(subsidie.werkplaatsId, werkplaatsVan(actor)))
		.orderBy(asc(subsidie.van))
		.all();
	const ids = rows.map((row) => row.id);
	const verlengingen = db()
		.select()
		.from(subsidieVerlenging)
		.where(inArray(subsidieVerlenging.subsidieId, ids))
		.all()
		.sort((a, b) => vergelijkDatum(a.tot, b.tot));
	return rows.map((row) => {
		const eigen = verlengingen.filter((v) => v.subsidieId === row.id);
		return { ...row, verlengingen: eigen, totNu: eigen.at(-1)?.tot ?? row.tot };
	});
}

const woordRows = (actor: Actor) =>
	db()
		.select()
		.from(woord)
		.where(eq(woord.werkplaatsId, werkplaatsVan(actor)))
		.all();

const alsWoord = ({ enkelvoud, meervoud, lidwoord }: Woord): Woord => ({
	enkelvoud,
	meervoud,
	lidwoord,
});

const sleutels = Object.keys(STANDAARD) as WoordSleutel[];

/** The words of the werkplaats on a day: of the periode, else its own, else the usual ones. */
export function woordenlijst(actor: Actor, dag: string = today()): Woordenlijst {
	const rows = woordRows(actor);
	const nu = rows.some((row) => row.periodeId) ? periodeOp(actor, dag)?.id : undefined;
	const woordVoor = (sleutel: WoordSleutel) => {
		const eigen = rows.filter((row) => row.sleutel === sleutel);
		const gevonden =
			eigen.find((row) => row.periodeId !== null && row.periodeId === nu) ??
			eigen.find((row) => row.periodeId === null);
		return alsWoord(gevonden ?? STANDAARD[sleutel]);
	};
	return Object.fromEntries(sleutels.map((s) => [s, woordVoor(s)])) as unknown as Woordenlijst;
}

/** Every word with what it is for always and in each periode that differs, to change them. */
export function detailWoordenlijst(actor: Actor) {
	const rows = woordRows(actor);
	const perioden = listPerioden(actor);
	return sleutels.map((sleutel) => {
		const eigen = rows.filter((row) => row.sleutel === sleutel);
		const altijd = eigen.find((row) => row.periodeId === null);
		return {
			sleutel,
			standaard: STANDAARD[sleutel],
			altijd: alsWoord(altijd ?? STANDAARD[sleutel]),
			isEigen: altijd !== undefined,
			perPeriode: perioden.flatMap((p) => {
				const row = eigen.find((r) => r.periodeId === p.id);
				return row ? [{ periodeId: p.id, woord: alsWoord(row) }] : [];
			}),
		};
	});
}
