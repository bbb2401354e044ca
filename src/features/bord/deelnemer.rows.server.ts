import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { snapIn } from '#features/presentie/snap.server.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { Forbidden } from '#server/errors.ts';
import type { BordRow } from './find.server.ts';
import { deelnemer } from './tables.server.ts';

/** Who sits at a bord, for the questions and changes of this feature, before any rule. */

export type DeelnemerRow = typeof deelnemer.$inferSelect;

export const deelnemerRow = (bordId: string, id: string): DeelnemerRow | undefined =>
	db()
		.select()
		.from(deelnemer)
		.where(and(eq(deelnemer.bordId, bordId), eq(deelnemer.id, id)))
		.get();

/** In the order in which they came. */
export const deelnemersOf = (bordId: string): DeelnemerRow[] =>
	db()
		.select()
		.from(deelnemer)
		.where(and(eq(deelnemer.bordId, bordId), isNull(deelnemer.verwijderdOp)))
		.orderBy(asc(deelnemer.createdAt), asc(rowid(deelnemer)))
		.all();

const persoonOp = (bordId: string, persoonId: string) =>
	db()
		.select()
		.from(deelnemer)
		.where(and(eq(deelnemer.bordId, bordId), eq(deelnemer.persoonId, persoonId)))
		.get();

/** The seat of who asks; a gast who was sent away has none. */
export function mijnDeelnemer(actor: Actor, bordId: string): DeelnemerRow | undefined {
	if (actor.soort === 'persoon') return persoonOp(bordId, actor.persoonId);
	if (actor.soort !== 'gast' || actor.bordId !== bordId) return undefined;
	const row = deelnemerRow(bordId, actor.deelnemerId);
	return row?.verwijderdOp === null ? row : undefined;
}

function addPersoon(row: BordRow, persoonId: string): DeelnemerRow {
	const teams = { werkplaatsId: row.werkplaatsId, leeromgevingIds: [row.leeromgevingId] };
	const { naam, perspectief } = snapIn(teams, persoonId, today());
	// two tabs that open at once are one seat
	db()
		.insert(deelnemer)
		.values({ bordId: row.id, persoonId, naam, perspectief, gezienOp: now() })
		.onConflictDoNothing()
		.run();
	return persoonOp(row.id, persoonId)!;
}

/** The seat from which somebody acts: who has an account and sits here for the first time gets one. */
export function mustSit(actor: Actor, row: BordRow): DeelnemerRow {
	const mine = mijnDeelnemer(actor, row.id);
	if (mine) return mine;
	if (actor.soort !== 'persoon') throw new Forbidden();
	return addPersoon(row, actor.persoonId);
}
