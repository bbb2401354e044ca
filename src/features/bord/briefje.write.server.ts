import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayHaalWeg, mayLegBriefje, mayNamens, mayRegie, mayWijzigBriefje } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound, TooMany } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { limit, rateLimit } from '#server/limits.ts';
import { readDocument } from '#sync/server/edit.ts';
import type { BriefjeNieuw, BriefjeWijzig, NamensNieuw } from './briefje.input.ts';
import {
	blijftVerborgen,
	briefjeMet,
	factsOfBriefje,
	faseVoor,
	leg,
	mustBeFirst,
	mustSuit,
	telBriefjes,
	toonVerborgen,
	type BriefjeRow,
} from './briefje.rows.server.ts';
import { mijnDeelnemer, mustSit } from './deelnemer.rows.server.ts';
import { bordNaam } from './document.ts';
import { haalVanTafel, heeftDing, wijzigTekst } from './document.server.ts';
import { findTafel, type Tafel } from './tafel.server.ts';
import { tafelrondeVan, toonStand } from './stand.server.ts';
import { briefje } from './tables.server.ts';

interface Waar {
	bordId: string;
}
type Van = Pick<BriefjeRow, 'deelnemerId' | 'namensDoor' | 'perspectief'>;

const VOL = 'Het bord is vol. Vraag de begeleider om een nieuw bord.';
/** Only who wrote it changes it: another value comes from another screen of the same person. */
const ANDER_SCHERM = 'Je andere scherm';

function mustHaveRoom(bordId: string, wie: string) {
	const rate = rateLimit('bordLeggen', `${bordId} ${wie}`);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
	if (telBriefjes(bordId) >= limit('bordBriefjes')) throw new Invalid(VOL);
}

/** What is on the table is known by its id: no briefje takes that of something else. */
function mustBeFree(bordId: string, id: string) {
	if (id && readDocument(bordNaam(bordId), (doc) => heeftDing(doc, id))) throw new NotFound();
}

/** Sent twice it is the same; the id of what somebody else wrote is none. */
function eerder(id: string, bordId: string, van: Omit<Van, 'perspectief'>): BriefjeRow | undefined {
	const row = id ? briefjeMet(id) : undefined;
	if (!row) return undefined;
	const mine = row.deelnemerId === van.deelnemerId && row.namensDoor === van.namensDoor;
	if (row.bordId !== bordId || !mine) throw new NotFound();
	return row;
}

const uitkomst = ({ id, gelegdOp }: { id: string; gelegdOp: Date | null }) => ({
	id,
	/** It lies on the table; else nobody sees it but who wrote it. */
	open: gelegdOp !== null,
});

function add(bord: Tafel, input: BriefjeNieuw, van: Van) {
	const { id: bordId, werkplaatsId } = bord.row;
	const same = eerder(input.id, bordId, van);
	if (same) return uitkomst(same);
	mustHaveRoom(bordId, van.deelnemerId ?? van.namensDoor ?? '');
	if (van.deelnemerId !== null) mustBeFirst(bord.row, van.deelnemerId);
	const { soort, tekst } = input;
	const fase = faseVoor(bord, input.fase);
	mustSuit(bord.row, { soort, fase });
	mustBeFree(bordId, input.id);
	const wat = { fase, soort, tekst, tafelronde: tafelrondeVan(bord.row) };
	const values = { id: input.id || newId(), bordId, werkplaatsId, ...wat, ...van };
	const row = db()
		.insert(briefje)
		.values({ ...values, updatedBy: van.namensDoor })
		.returning()
		.get();
	if (blijftVerborgen(bord, row)) toonVerborgen(bordId);
	else leg(bord.row, [row]);
	return uitkomst(briefjeMet(row.id)!);
}

/** A briefje of who acts. Written while everybody writes for oneself, nobody else sees it yet. */
export function createBriefje(actor: Actor, input: Waar & BriefjeNieuw) {
	const bord = findTafel(actor, input.bordId);
	const mine = mijnDeelnemer(actor, input.bordId)?.id ?? null;
	// the answer got lost, and meanwhile the table was locked: it lies there all the same
	const same = mine && eerder(input.id, input.bordId, { deelnemerId: mine, namensDoor: null });
	if (same) return uitkomst(same);
	must(mayLegBriefje(actor, bord.facts));
	return allOrNothing(() => {
		const { id: deelnemerId, perspectief } = mustSit(actor, bord.row);
		return add(bord, input, { deelnemerId, namensDoor: null, perspectief });
	});
}

/** For somebody at the table who has no device: it says so. */
export function createNamens(actor: Actor, input: Waar & NamensNieuw) {
	const bord = findTafel(actor, input.bordId);
	must(mayNamens(actor, bord.facts));
	const van = { deelnemerId: null, namensDoor: doorWie(actor), perspectief: input.perspectief };
	return allOrNothing(() => add(bord, input, van));
}

/** What is not there, and what may not be known to be there, answer alike. */
function findBriefje(actor: Actor, { bordId, id }: Waar & { id: string }) {
	const bord = findTafel(actor, bordId);
	const row = briefjeMet(id);
	if (!row || row.bordId !== bordId) throw new NotFound();
	const { facts } = bord;
	const van = factsOfBriefje(row);
	// a hidden one is there for its writer alone, also not for regie
	if (row.gelegdOp === null && !mayWijzigBriefje(actor, facts, van)) throw new NotFound();
	return { bord, row, facts, van };
}

/** The words of who wrote it, on the table or not. */
export function updateBriefje(
	actor: Actor,
	input: Waar & BriefjeWijzig,
	basis?: Record<string, string>,
) {
	const { bord, row, facts, van } = findBriefje(actor, input);
	must(mayWijzigBriefje(actor, facts, van));
	if (row.weggehaaldOp !== null) throw new NotFound();
	mustSuit(bord.row, { soort: input.soort, fase: row.fase });
	allOrNothing(() => {
		const mine = { tekst: input.tekst, soort: input.soort };
		const keep = merge({
			theirs: { tekst: row.tekst, soort: row.soort },
			basis,
			mine,
			by: ANDER_SCHERM,
		});
		if (keep.size === 0) return;
		const velden = pick(mine, keep);
		db()
			.update(briefje)
			.set({ ...velden, updatedBy: doorWie(actor) })
			.where(eq(briefje.id, row.id))
			.run();
		if (row.gelegdOp !== null)
			toonStand(row.bordId, (doc) => wijzigTekst(doc, { id: row.id, ...velden }));
	});
}

/** By who wrote it, or by who holds regie. */
export function removeBriefje(actor: Actor, waar: Waar & { id: string }) {
	const { row, facts, van } = findBriefje(actor, waar);
	must(mayHaalWeg(actor, facts, van));
	if (row.weggehaaldOp !== null) return;
	const weggehaaldDoor = mayWijzigBriefje(actor, facts, van) ? 'zelf' : 'regie';
	allOrNothing(() => {
		db()
			.update(briefje)
			.set({ weggehaaldOp: now(), weggehaaldDoor, updatedBy: doorWie(actor) })
			.where(eq(briefje.id, row.id))
			.run();
		if (row.gelegdOp === null) toonVerborgen(row.bordId);
		else toonStand(row.bordId, (doc) => haalVanTafel(doc, [row.id]));
	});
}

/** "Zet terug", by the side that took it away. */
export function withdrawVerwijdering(actor: Actor, waar: Waar & { id: string }) {
	const { bord, row, facts, van } = findBriefje(actor, waar);
	must(mayLegBriefje(actor, facts) && mayHaalWeg(actor, facts, van));
	if (row.weggehaaldOp === null) return uitkomst(row);
	must(
		row.weggehaaldDoor === 'regie' ? mayRegie(actor, facts) : mayWijzigBriefje(actor, facts, van),
	);
	if (!row.tekst) throw new NotFound();
	if (row.deelnemerId !== null) mustBeFirst(bord.row, row.deelnemerId);
	return allOrNothing(() => {
		db()
			.update(briefje)
			.set({ weggehaaldOp: null, weggehaaldDoor: null, updatedBy: doorWie(actor) })
			.where(eq(briefje.id, row.id))
			.run();
		if (row.gelegdOp === null && blijftVerborgen(bord, row)) toonVerborgen(row.bordId);
		else leg(bord.row, [row]);
		return uitkomst(briefjeMet(row.id)!);
	});
}
