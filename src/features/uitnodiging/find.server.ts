import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { mayReadUitnodiging } from '#access/uitnodiging.ts';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { namenOf } from '#features/leeromgeving/rows.server.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { hashToken } from '#server/session/token.ts';
import { codeHmac } from './overdracht.server.ts';
import { staatOp } from './staat.ts';
import { uitnodiging } from './tables.server.ts';

export type Uitnodiging = typeof uitnodiging.$inferSelect;

/** An invitation this actor may see; any other does not exist. */
export const findUitnodiging = (actor: Actor, id: string): Uitnodiging =>
	mustFind(db().select().from(uitnodiging).where(eq(uitnodiging.id, id)).get(), (row) =>
		mayReadUitnodiging(actor, row),
	);

/** Whoever holds the link may see what it is for; it says nothing about anything else. */
export const findByToken = (token: string): Uitnodiging | undefined =>
	db()
		.select()
		.from(uitnodiging)
		.where(eq(uitnodiging.tokenHash, hashToken(token)))
		.get();

/** Only an invitation that can still be accepted: a code says nothing about one that cannot. */
export function findOpenByCode(code: string): Uitnodiging | undefined {
	const row = db()
		.select()
		.from(uitnodiging)
		.where(and(eq(uitnodiging.codeHmac, codeHmac(code)), isNull(uitnodiging.aanvaardOp)))
		.get();
	return row && staatOp(row, now()) === 'open' ? row : undefined;
}

export const werkplaatsNaam = (id: string): string =>
	db().select({ naam: werkplaats.naam }).from(werkplaats).where(eq(werkplaats.id, id)).get()
		?.naam ?? '';

/** What somebody is invited to: the team, or else the werkplaats. */
export const waarvoor = ({ leeromgevingId, werkplaatsId }: Uitnodiging): string =>
	leeromgevingId ? naamOp(namenOf(leeromgevingId), today()) : werkplaatsNaam(werkplaatsId);

export function naamVan(persoonId: string | null): string {
	const row = persoonId && db().select().from(persoon).where(eq(persoon.id, persoonId)).get();
	return row ? voluit(row) : '';
}
