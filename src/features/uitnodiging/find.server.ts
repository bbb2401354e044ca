import { and, eq, isNull } from 'drizzle-orm';
import type { Actor, SysteemActor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { mayAssignRol } from '#access/persoon.ts';
import { mayInvite, mayReadUitnodiging } from '#access/uitnodiging.ts';
import { loadActorOf } from '#features/leeromgeving/actor.server.ts';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { namenOf } from '#features/leeromgeving/rows.server.ts';
import { rol } from '#features/persoon/tables.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { hashToken } from '#server/session/token.ts';
import { codeHmac } from './overdracht.server.ts';
import { staatOp, type Staat } from './staat.ts';
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

/** Who answers for the invitation, with the rights of today. */
export function uitnodiger({ door, werkplaatsId }: Uitnodiging): Actor {
	const systeem: SysteemActor = { soort: 'systeem', werkplaatsId };
	return door ? loadActorOf(door) : systeem;
}

/**
 * Where it stands now. Who may not invite any more leaves no door open: until somebody who may
 * renews it, the invitation has expired.
 */
export function staatVan(row: Uitnodiging): Staat {
	const staat = staatOp(row, now());
	return staat === 'open' && !mayInvite(uitnodiger(row), row) ? 'verlopen' : staat;
}

/**
 * An invitation for an existing persoon lets in whoever holds it as that persoon. So it opens no
 * role that this actor may not hand out, also when the role came after the invitation.
 */
export function mayBecome(
	actor: Actor,
	{ persoonId, werkplaatsId }: Pick<Uitnodiging, 'persoonId' | 'werkplaatsId'>,
): boolean {
	if (!persoonId) return true;
	const held = db()
		.select({ rol: rol.rol })
		.from(rol)
		.where(and(eq(rol.persoonId, persoonId), isNull(rol.ingetrokkenOp)))
		.all();
	return held.every((one) => mayAssignRol(actor, { werkplaatsId, rol: one.rol }));
}

/** Only an invitation that can still be accepted: a code says nothing about one that cannot. */
export function findOpenByCode(code: string): Uitnodiging | undefined {
	const row = db()
		.select()
		.from(uitnodiging)
		.where(and(eq(uitnodiging.codeHmac, codeHmac(code)), isNull(uitnodiging.aanvaardOp)))
		.get();
	return row && staatVan(row) === 'open' ? row : undefined;
}

export const werkplaatsNaam = (id: string): string =>
	db().select({ naam: werkplaats.naam }).from(werkplaats).where(eq(werkplaats.id, id)).get()
		?.naam ?? '';

/** What somebody is invited to: the team, or else the werkplaats. */
export const waarvoor = ({ leeromgevingId, werkplaatsId }: Uitnodiging): string =>
	leeromgevingId ? naamOp(namenOf(leeromgevingId), today()) : werkplaatsNaam(werkplaatsId);
