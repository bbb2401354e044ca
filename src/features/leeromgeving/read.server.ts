import { and, asc, eq, inArray } from 'drizzle-orm';
import { type Actor, isInEen } from '#access/actor.ts';
import {
	mayCreateLeeromgeving,
	mayEditLeden,
	mayEditLeeromgeving,
	mayReadRuimte,
} from '#access/leeromgeving.ts';
import { thema } from '#features/kennisagenda/tables.server.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { periode } from '#features/werkplaats/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { factsOf, findLeeromgeving, findRuimte, type LeeromgevingRow } from './find.server.ts';
import type { Wijziging } from './basis.ts';
import { naamMetVroeger, naamOp } from './naam.ts';
import { namenOf } from './rows.server.ts';
import { leeromgeving, leeromgevingPeriode, leeromgevingThema, praktijk } from './tables.server.ts';

/** What a team shows to the outside; readable by everyone of the werkplaats. */
export type Voorkant = ReturnType<typeof voorkantOf>;

const themasOf = (id: string) =>
	db()
		.select({ id: thema.id, titel: thema.titel })
		.from(leeromgevingThema)
		.innerJoin(thema, eq(thema.id, leeromgevingThema.themaId))
		.where(eq(leeromgevingThema.leeromgevingId, id))
		.orderBy(asc(thema.volgnummer))
		.all();

const periodenOf = (id: string) =>
	db()
		.select({ id: periode.id, nummer: periode.nummer, naam: periode.naam })
		.from(leeromgevingPeriode)
		.innerJoin(periode, eq(periode.id, leeromgevingPeriode.periodeId))
		.where(eq(leeromgevingPeriode.leeromgevingId, id))
		.orderBy(asc(periode.nummer))
		.all();

const isMijn = (actor: Actor, id: string) =>
	actor.soort === 'persoon' && actor.lidmaatschappen.some((l) => l.leeromgevingId === id);

function voorkantOf(actor: Actor, row: LeeromgevingRow) {
	const namen = namenOf(row.id);
	return {
		id: row.id,
		naam: naamOp(namen, today()),
		naamMetVroeger: naamMetVroeger(namen, today()),
		namen,
		soort: row.soort,
		volgnummer: row.volgnummer,
		kleed: row.kleed,
		status: row.status,
		waaromGestopt: row.waaromGestopt,
		themas: themasOf(row.id),
		perioden: periodenOf(row.id),
		isMijn: isMijn(actor, row.id),
		may: { enter: mayReadRuimte(actor, factsOf(row)) },
	};
}

const rowsOf = (actor: Actor): LeeromgevingRow[] =>
	!isInEen(actor)
		? []
		: db()
				.select()
				.from(leeromgeving)
				.where(eq(leeromgeving.werkplaatsId, actor.werkplaatsId))
				.all();

/** The teams of the werkplaats from outside: mine first, then by name. */
export const listLeeromgevingen = (actor: Actor): Voorkant[] =>
	rowsOf(actor)
		.map((row) => voorkantOf(actor, row))
		.sort((a, b) => Number(b.isMijn) - Number(a.isMijn) || a.naam.localeCompare(b.naam, 'nl'));

/** For the sidebar: the teams of this actor. */
export const listMijnLeeromgevingen = (actor: Actor) =>
	listLeeromgevingen(actor)
		.filter((team) => team.isMijn && team.status !== 'afgesloten' && team.status !== 'gestopt')
		.map(({ id, naam, kleed }) => ({ id, naam, kleed }));

/** One team from outside; NotFound when it is of another werkplaats. */
export const detailVoorkant = (actor: Actor, id: string): Voorkant =>
	voorkantOf(actor, findLeeromgeving(actor, id));

/** What this actor may do in the space. */
const mayIn = (actor: Actor, row: LeeromgevingRow) => ({
	edit: mayEditLeeromgeving(actor, factsOf(row)),
	editLeden: mayEditLeden(actor, factsOf(row)),
});

const praktijkenOf = (id: string) =>
	db()
		.select({ id: praktijk.id, omschrijving: praktijk.omschrijving, organisatie: organisatie.naam })
		.from(praktijk)
		.leftJoin(organisatie, eq(organisatie.id, praktijk.organisatieId))
		.where(eq(praktijk.leeromgevingId, id))
		.orderBy(asc(praktijk.createdAt))
		.all();

/** The space itself: Forbidden for who is not in it. */
export function detailLeeromgeving(actor: Actor, id: string) {
	const row = findRuimte(actor, id);
	return {
		...voorkantOf(actor, row),
		doel: row.doel,
		werkwijze: row.werkwijze,
		gewensteOpbrengst: row.gewensteOpbrengst,
		locaties: row.locaties,
		van: row.van,
		tot: row.tot,
		praktijken: praktijkenOf(row.id),
		bovenliggend: row.bovenliggendId ? detailVoorkant(actor, row.bovenliggendId) : null,
		onderliggend: listLeeromgevingen(actor).filter((k) => onderOf(row.id).includes(k.id)),
		may: { enter: true, ...mayIn(actor, row) },
	};
}

/** The values a form about this leeromgeving starts from. */
export function wijzigingOf(actor: Actor, id: string): Wijziging {
	const row = findRuimte(actor, id);
	return {
		soort: row.soort,
		volgnummer: row.volgnummer,
		doel: row.doel,
		werkwijze: row.werkwijze,
		gewensteOpbrengst: row.gewensteOpbrengst,
		locaties: row.locaties,
		kleed: row.kleed,
		bovenliggendId: row.bovenliggendId,
		van: row.van,
		tot: row.tot,
		themaIds: themasOf(id).map((t) => t.id),
		periodeIds: periodenOf(id).map((p) => p.id),
	};
}

const onderOf = (id: string): string[] =>
	db()
		.select({ id: leeromgeving.id })
		.from(leeromgeving)
		.where(eq(leeromgeving.bovenliggendId, id))
		.all()
		.map((row) => row.id);

export const mayStart = (actor: Actor): boolean =>
	isInEen(actor) && mayCreateLeeromgeving(actor, actor);

/** Cloths that are taken, with who has them. */
export const listKleden = (actor: Actor) =>
	listLeeromgevingen(actor).map(({ id, naam, kleed, status }) => ({ id, naam, kleed, status }));

/** Counts a thema once, however many teams work on it (AC: two teams, one thema). */
export function countThemas(actor: Actor, leeromgevingIds: readonly string[]): number {
	if (!isInEen(actor) || leeromgevingIds.length === 0) return 0;
	return db()
		.selectDistinct({ id: leeromgevingThema.themaId })
		.from(leeromgevingThema)
		.innerJoin(leeromgeving, eq(leeromgeving.id, leeromgevingThema.leeromgevingId))
		.where(
			and(
				eq(leeromgeving.werkplaatsId, actor.werkplaatsId),
				inArray(leeromgeving.id, [...leeromgevingIds]),
			),
		)
		.all().length;
}

/** The choices a form about a leeromgeving offers. */
export function listKeuzes(actor: Actor) {
	if (!isInEen(actor)) return { themas: [], perioden: [], organisaties: [] };
	const { werkplaatsId } = actor;
	const naam = (table: typeof organisatie) => ({ id: table.id, naam: table.naam });
	return {
		themas: db()
			.select({ id: thema.id, titel: thema.titel })
			.from(thema)
			.where(eq(thema.werkplaatsId, werkplaatsId))
			.orderBy(asc(thema.volgnummer))
			.all(),
		perioden: db()
			.select({ id: periode.id, naam: periode.naam, nummer: periode.nummer, van: periode.van })
			.from(periode)
			.where(eq(periode.werkplaatsId, werkplaatsId))
			.orderBy(asc(periode.nummer))
			.all(),
		organisaties: db()
			.select(naam(organisatie))
			.from(organisatie)
			.where(eq(organisatie.werkplaatsId, werkplaatsId))
			.orderBy(asc(organisatie.naam))
			.all(),
	};
}
