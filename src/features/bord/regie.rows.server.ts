import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayRegie, ZITPLAATSEN } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import type { BordRow } from './find.server.ts';
import { toonStand, type StandRow } from './stand.server.ts';
import { bordstand } from './tables.server.ts';
import { findTafel, type Tafel } from './tafel.server.ts';

/** The bord of which this actor holds regie now. */
export function findToLead(actor: Actor, bordId: string): Tafel {
	const bord = findTafel(actor, bordId);
	must(mayRegie(actor, bord.facts));
	return bord;
}

/** Changes how it stands, and shows it; within the transaction it is called in. */
export function zetStandRij(bordId: string, velden: Partial<StandRow>) {
	db().update(bordstand).set(velden).where(eq(bordstand.bordId, bordId)).run();
	toonStand(bordId);
}

/** Who has a seat in the team, today. */
export function zittenIn({ leeromgevingId }: BordRow): ReadonlySet<string> {
	const here = and(
		eq(lidmaatschap.leeromgevingId, leeromgevingId),
		inArray(lidmaatschap.rol, ZITPLAATSEN),
		lte(lidmaatschap.van, today()),
		or(isNull(lidmaatschap.tot), gte(lidmaatschap.tot, today())),
	);
	const rows = db().select({ id: lidmaatschap.persoonId }).from(lidmaatschap).where(here).all();
	return new Set(rows.map(({ id }) => id));
}

/** Who of the team may get regie. */
export function regieKeuze(row: BordRow): { id: string; naam: string }[] {
	const zitten = zittenIn(row);
	return ledenNu([row.leeromgevingId])
		.filter(({ id }) => zitten.has(id))
		.map(({ id, naam }) => ({ id, naam }));
}
