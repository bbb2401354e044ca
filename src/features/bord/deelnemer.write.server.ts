import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayHand, mayStip } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { NotFound } from '#server/errors.ts';
import {
	deelnemerRow,
	mijnDeelnemer,
	mustSit,
	zitErNu,
	type DeelnemerRow,
} from './deelnemer.rows.server.ts';
import { findToLead } from './regie.rows.server.ts';
import { findTafel } from './tafel.server.ts';
import { toonStand } from './stand.server.ts';
import { takeBackStippen } from './stip.rows.server.ts';
import { deelnemer } from './tables.server.ts';

interface Waar {
	bordId: string;
}
interface Wie extends Waar {
	deelnemerId: string;
}

/** Who opens the bord and has a place at it sits down: once, in however many tabs. */
export function createDeelnemer(actor: Actor, { bordId }: Waar): { id: string } | undefined {
	const { row, facts } = findTafel(actor, bordId);
	if (actor.soort === 'systeem' || !mayStip(actor, facts)) return undefined;
	const mine = mijnDeelnemer(actor, bordId);
	if (mine && zitErNu(mine)) return { id: mine.id };
	return db().transaction(() => {
		const { id } = mustSit(actor, row);
		toonStand(bordId);
		return { id };
	});
}

const set = (id: string, velden: Partial<typeof deelnemer.$inferInsert>) =>
	db().update(deelnemer).set(velden).where(eq(deelnemer.id, id)).run();

/** "Ik ben klaar", of this phase; the next begins anew. */
export function updateKlaar(actor: Actor, { bordId, klaar }: Waar & { klaar: boolean }) {
	const { row, stand, facts } = findTafel(actor, bordId);
	must(mayHand(actor, facts));
	db().transaction(() => {
		const { id } = mustSit(actor, row);
		set(id, { klaarFase: klaar ? stand.fase : null });
		toonStand(bordId);
	});
}

/** Raised again it keeps its place in the row. */
export function updateHand(actor: Actor, { bordId, hand }: Waar & { hand: boolean }) {
	const { row, facts } = findTafel(actor, bordId);
	must(mayHand(actor, facts));
	db().transaction(() => {
		const { id, handOp } = mustSit(actor, row);
		set(id, { handOp: hand ? (handOp ?? now()) : null });
		toonStand(bordId);
	});
}

/** Somebody at a bord of which this actor holds regie. */
function findDeelnemer(actor: Actor, { bordId, deelnemerId }: Wie): DeelnemerRow {
	findToLead(actor, bordId);
	const row = deelnemerRow(bordId, deelnemerId);
	if (!row) throw new NotFound();
	return row;
}

/** Somebody had the floor. */
export function withdrawHand(actor: Actor, wie: Wie) {
	const row = findDeelnemer(actor, wie);
	db().transaction(() => {
		set(row.id, { handOp: null });
		toonStand(wie.bordId);
	});
}

/**
 * A gast who spoils it for others is out, on this phone, until they are let in again; what they gave
 * counts no longer. Who is of the team only counts no longer as one who takes part.
 */
export function removeDeelnemer(actor: Actor, wie: Wie) {
	const row = findDeelnemer(actor, wie);
	if (row.verwijderdOp !== null) return;
	db().transaction(() => {
		const velden = { verwijderdOp: now(), verwijderdDoor: doorWie(actor) };
		set(row.id, { ...velden, handOp: null, klaarFase: null });
		if (row.persoonId === null) takeBackStippen(wie.bordId, row.id);
		toonStand(wie.bordId);
	});
}

/** Sent away by mistake, or for a while: comes in again as before. */
export function withdrawWegsturen(actor: Actor, wie: Wie) {
	const row = findDeelnemer(actor, wie);
	db().transaction(() => {
		set(row.id, { verwijderdOp: null, verwijderdDoor: null });
		toonStand(wie.bordId);
	});
}
