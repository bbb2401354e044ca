import { and, asc, eq, gt, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { GAST_UREN } from '#features/uitnodiging/gastcookie.server.ts';
import { snapIn } from '#features/presentie/snap.server.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
import { rowid } from '#server/db/rowid.ts';
import { Forbidden } from '#server/errors.ts';
import type { BordRow } from './find.server.ts';
import { deelnemer } from './tables.server.ts';

/** Who sits at a bord, for the questions and changes of this feature, before any rule. */

export type DeelnemerRow = typeof deelnemer.$inferSelect;

/** Asked at every act of everybody. */
const zetels = prepared((db) => {
	const op = (wie: typeof deelnemer.id | typeof deelnemer.persoonId) =>
		db
			.select()
			.from(deelnemer)
			.where(and(eq(deelnemer.bordId, sql.placeholder('bordId')), eq(wie, sql.placeholder('wie'))))
			.prepare();
	return { id: op(deelnemer.id), persoon: op(deelnemer.persoonId) };
});

export const deelnemerRow = (bordId: string, id: string): DeelnemerRow | undefined =>
	zetels().id.get({ bordId, wie: id });

/** Who came before this is of an earlier time: a bord may be used at several bijeenkomsten. */
export const sindsWanneer = () => new Date(now().getTime() - GAST_UREN * 60 * 60 * 1000);

/** When somebody came in the last time. */
export const gekomenOp = sql<number>`coalesce(${deelnemer.gezienOp}, ${deelnemer.createdAt})`;

const deelnemersDie = (bordId: string, which: SQL): DeelnemerRow[] =>
	db()
		.select()
		.from(deelnemer)
		.where(and(eq(deelnemer.bordId, bordId), which, gt(gekomenOp, sindsWanneer().getTime())))
		.orderBy(asc(deelnemer.createdAt), asc(rowid(deelnemer)))
		.all();

/** Who sits there now, in the order in which they came. */
export const deelnemersOf = (bordId: string) =>
	deelnemersDie(bordId, and(isNull(deelnemer.verwijderdOp), isNull(deelnemer.vertrokkenOp))!);

/** Who was sent away of those. */
export const weggestuurdVan = (bordId: string) =>
	deelnemersDie(bordId, isNotNull(deelnemer.verwijderdOp));

/** Sits there now; and not as one who came last month, or who does not take part any more. */
export const zitErNu = ({ verwijderdOp, gezienOp, createdAt }: DeelnemerRow): boolean =>
	verwijderdOp === null && (gezienOp ?? createdAt) > sindsWanneer();

const persoonOp = (bordId: string, persoonId: string) =>
	zetels().persoon.get({ bordId, wie: persoonId });

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

/** Of an earlier time, or sent away: whoever takes part again begins anew. */
function gaWeerZitten({ id }: DeelnemerRow): DeelnemerRow {
	const velden = { gezienOp: now(), verwijderdOp: null, verwijderdDoor: null };
	return db()
		.update(deelnemer)
		.set({ ...velden, klaarFase: null, handOp: null })
		.where(eq(deelnemer.id, id))
		.returning()
		.get();
}

/** The seat from which somebody acts: who has an account and sits here for the first time gets one. */
export function mustSit(actor: Actor, row: BordRow): DeelnemerRow {
	const mine = mijnDeelnemer(actor, row.id);
	if (actor.soort === 'persoon') {
		if (!mine) return addPersoon(row, actor.persoonId);
		return zitErNu(mine) ? mine : gaWeerZitten(mine);
	}
	if (!mine) throw new Forbidden();
	return mine;
}
