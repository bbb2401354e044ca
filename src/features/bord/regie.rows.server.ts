import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { doorWie } from '#access/actor.ts';
import { mayRegie, ZITPLAATSEN } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { factsOfBord, findBord, type BordRow } from './find.server.ts';
import { standOf, toonStand, type StandRow } from './stand.server.ts';
import { bordspoor, bordstand } from './tables.server.ts';

/** What stands in the trace of a bord. */
export type Spoor =
	'regie' | 'fase' | 'stil' | 'open' | 'slot' | 'klok' | 'uitlicht' | 'afgerond' | 'reeks';

export function addSpoor(
	actor: Actor,
	bordId: string,
	{ wat, naar = '' }: { wat: Spoor; naar?: string },
) {
	db()
		.insert(bordspoor)
		.values({ bordId, wat, naar, door: doorWie(actor) })
		.run();
}

export const spoorVan = (bordId: string) =>
	db()
		.select()
		.from(bordspoor)
		.where(eq(bordspoor.bordId, bordId))
		.orderBy(desc(bordspoor.createdAt), desc(rowid(bordspoor)))
		.all();

/** The bord of which this actor holds regie now, and how it stands. */
export function findToLead(actor: Actor, bordId: string): { row: BordRow; stand: StandRow } {
	const row = findBord(actor, bordId);
	must(mayRegie(actor, factsOfBord(row)));
	return { row, stand: standOf(bordId) };
}

/** Changes how it stands, remembers who did, and shows it; within the transaction it is called in. */
export function zetStandRij(
	actor: Actor,
	bordId: string,
	{ velden, ...spoor }: { velden: Partial<StandRow>; wat: Spoor; naar?: string },
) {
	db().update(bordstand).set(velden).where(eq(bordstand.bordId, bordId)).run();
	addSpoor(actor, bordId, spoor);
	toonStand(bordId);
}

/** Who of the team may get regie: with a seat, today. */
export function regieKeuze({ leeromgevingId }: BordRow): { id: string; naam: string }[] {
	const here = and(
		eq(lidmaatschap.leeromgevingId, leeromgevingId),
		inArray(lidmaatschap.rol, ZITPLAATSEN),
		lte(lidmaatschap.van, today()),
		or(isNull(lidmaatschap.tot), gte(lidmaatschap.tot, today())),
	);
	const rows = db().select({ id: lidmaatschap.persoonId }).from(lidmaatschap).where(here).all();
	const zitten = new Set(rows.map(({ id }) => id));
	return ledenNu([leeromgevingId])
		.filter(({ id }) => zitten.has(id))
		.map(({ id, naam }) => ({ id, naam }));
}
