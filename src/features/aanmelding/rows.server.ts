import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Perspectief } from '#access/actor.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { toonTijd } from '#features/datum/toon.ts';
import { legeStoel, lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { holdsOn } from '#features/leeromgeving/lidmaatschap.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import type { Antwoord } from './antwoord.ts';
import { aanmelding, genodigde } from './tables.server.ts';
import { momentVan } from './wanneer.ts';

export type GenodigdeRow = typeof genodigde.$inferSelect;
type AanmeldingRow = typeof aanmelding.$inferSelect;

/** When it is, with its stretches. */
export function geplandVan(row: BijeenkomstRow) {
	const { datum, begin, eind } = row;
	return { datum, begin, eind, delen: delenOf(row) };
}

export const momentNu = (row: BijeenkomstRow) =>
	momentVan(geplandVan(row), { dag: today(), tijd: toonTijd(now()).slice(0, 5) });

/** Who was asked and still is, with who that is. */
export const genodigdenVan = (bijeenkomstId: string) =>
	db()
		.select({ row: genodigde, wie: persoon })
		.from(genodigde)
		.innerJoin(persoon, eq(persoon.id, genodigde.persoonId))
		.where(and(eq(genodigde.bijeenkomstId, bijeenkomstId), isNull(genodigde.ingetrokkenOp)))
		.orderBy(asc(genodigde.createdAt), asc(rowid(genodigde)))
		.all();

/** Also who was asked and is not any more. */
export const genodigdeOoit = (bijeenkomstId: string, persoonId: string): GenodigdeRow | undefined =>
	db()
		.select()
		.from(genodigde)
		.where(and(eq(genodigde.bijeenkomstId, bijeenkomstId), eq(genodigde.persoonId, persoonId)))
		.get();

export function genodigdeNu(bijeenkomstId: string, persoonId: string): GenodigdeRow | undefined {
	const row = genodigdeOoit(bijeenkomstId, persoonId);
	return row?.ingetrokkenOp === null ? row : undefined;
}

/** The last answer of each; in one moment the one that was written last. */
export function antwoordenOp(genodigdeIds: readonly string[]): Map<string, AanmeldingRow> {
	const rows = db()
		.select()
		.from(aanmelding)
		.where(inArray(aanmelding.genodigdeId, [...genodigdeIds]))
		.orderBy(asc(aanmelding.createdAt), asc(rowid(aanmelding)))
		.all();
	return new Map(rows.map((row) => [row.genodigdeId, row]));
}

export const laatsteAntwoord = (genodigdeId: string): AanmeldingRow | undefined =>
	antwoordenOp([genodigdeId]).get(genodigdeId);

/** What somebody answered, by bijeenkomst: what the calendar of a persoon asks. */
export function antwoordenVan(persoonId: string): Map<string, Antwoord> {
	const mijn = db()
		.select({ id: genodigde.id, bijeenkomstId: genodigde.bijeenkomstId })
		.from(genodigde)
		.where(and(eq(genodigde.persoonId, persoonId), isNull(genodigde.ingetrokkenOp)))
		.all();
	const antwoorden = antwoordenOp(mijn.map(({ id }) => id));
	return new Map(
		mijn.flatMap(({ id, bijeenkomstId }) => {
			const antwoord = antwoorden.get(id)?.antwoord;
			return antwoord ? [[bijeenkomstId, antwoord] as const] : [];
		}),
	);
}

/** From which side somebody sits at one of these tables on this day. */
export function perspectievenOp(leeromgevingIds: readonly string[], dag: string) {
	const rows = db()
		.select()
		.from(lidmaatschap)
		.where(inArray(lidmaatschap.leeromgevingId, [...leeromgevingIds]))
		.orderBy(desc(lidmaatschap.van))
		.all();
	return new Map<string, Perspectief>(
		rows.filter((row) => holdsOn(row, dag)).map((row) => [row.persoonId, row.perspectief]),
	);
}

/** The sides that these teams still look for somebody from; "anders" says of no guest that it is filled. */
export const gevraagdeStoelen = (leeromgevingIds: readonly string[]): Perspectief[] =>
	db()
		.select({ perspectief: legeStoel.perspectief })
		.from(legeStoel)
		.where(and(inArray(legeStoel.leeromgevingId, [...leeromgevingIds]), isNull(legeStoel.gevuldOp)))
		.all()
		.flatMap(({ perspectief }) => (perspectief && perspectief !== 'anders' ? perspectief : []));
