import { and, eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayNamens, mayRegie, mayStip } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound, TooMany } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { rateLimit } from '#server/limits.ts';
import { mustSit } from './deelnemer.rows.server.ts';
import { zichtbaar } from './briefje.input.ts';
import { zetUitslag } from './document.server.ts';
import { findToLead } from './regie.rows.server.ts';
import { kiestVerhaal } from './soort.ts';
import { findTafel, type Tafel } from './tafel.server.ts';
import { toonStand } from './stand.server.ts';
import type { StipInput, StipNamensInput, StiprondeInput } from './stip.input.ts';
import {
	doelIdsOp,
	redenenVan,
	rondeRow,
	sluitRonde,
	stippenVan,
	takeBack,
	totalen,
	type RondeRow,
} from './stip.rows.server.ts';
import { bordstand, stip, stipnamens, stipronde } from './tables.server.ts';
import { ZONDER_REDEN } from './verhaal.ts';

interface Waar {
	bordId: string;
}

const GESLOTEN = 'Deze ronde is gesloten. Je stippen staan vast.';
const GEEN_RONDE = 'Er is nu geen ronde met stippen.';
const OP = 'Je stippen zijn op. Je kunt ze nog verplaatsen.';
const AL_GEKOZEN = 'Je koos al. Haal eerst je andere keuze weg.';

/** The round that is on the bord now. */
function huidige({ row, stand }: Tafel) {
	const ronde = rondeRow(row.id, stand.rondeId);
	if (!ronde) throw new Invalid(GEEN_RONDE);
	return ronde;
}

/** A new round; the one before ends, and its outcome goes off the table. Pressed twice it is one. */
export function createStipronde(actor: Actor, { bordId, ...input }: Waar & StiprondeInput) {
	return allOrNothing(() => {
		const vorige = rondeRow(bordId, findToLead(actor, bordId).stand.rondeId);
		if (vorige && vorige.geslotenOp === null) return { id: vorige.id };
		const { id } = db()
			.insert(stipronde)
			.values({ bordId, ...input, begonnenOp: now(), door: doorWie(actor) })
			.returning({ id: stipronde.id })
			.get();
		db().update(bordstand).set({ rondeId: id }).where(eq(bordstand.bordId, bordId)).run();
		toonStand(bordId, (doc) => zetUitslag(doc, {}));
		return { id };
	});
}

/** Who chooses a story says why; of a groep there is nothing to say. */
function keuze({ row }: Tafel, { groepId, aantal, reden = '' }: StipInput) {
	const isVerhaal = kiestVerhaal(row.soort);
	if (isVerhaal && aantal > 0 && !zichtbaar(reden)) throw new Invalid({ reden: ZONDER_REDEN });
	return { groepId, aantal, reden: isVerhaal ? reden : '' };
}

/** In place of what this one gave it before, and what of theirs went into it. */
function geef(ronde: RondeRow, deelnemerId: string, stippen: ReturnType<typeof keuze>) {
	takeBack(ronde, { deelnemerId, groepId: stippen.groepId });
	if (stippen.aantal > 0)
		db()
			.insert(stip)
			.values({ rondeId: ronde.id, deelnemerId, ...stippen })
			.run();
	return stippenVan(ronde.id, deelnemerId).reduce((n, { aantal }) => n + aantal, 0);
}

/** How many this group has of me. It is one number, so what is sent twice is the same. */
export function updateStip(actor: Actor, { bordId, ...input }: Waar & StipInput) {
	const bord = findTafel(actor, bordId);
	must(mayStip(actor, bord.facts));
	const isVerhaal = kiestVerhaal(bord.row.soort);
	const stippen = keuze(bord, isVerhaal ? { ...input, aantal: Math.min(1, input.aantal) } : input);
	return allOrNothing(() => {
		const { id: deelnemerId } = mustSit(actor, bord.row);
		const rate = rateLimit('bordStippen', deelnemerId);
		if (!rate.allowed) throw new TooMany(rate.retryAfter);
		const ronde = huidige(findTafel(actor, bordId));
		if (ronde.geslotenOp !== null) throw new Invalid(GESLOTEN);
		const isThere = doelIdsOp(bordId).includes(input.groepId);
		if (input.aantal > 0 && !isThere) throw new NotFound();
		const gegeven = geef(ronde, deelnemerId, stippen);
		if (gegeven > ronde.budget) throw new Invalid(isVerhaal ? AL_GEKOZEN : OP);
		toonStand(bordId);
		return { over: ronde.budget - gegeven };
	});
}

/** Counted in the room, on paper or of raised hands. */
export function createStipNamens(actor: Actor, { bordId, id, ...input }: Waar & StipNamensInput) {
	const bord = findTafel(actor, bordId);
	must(mayNamens(actor, bord.facts) || mayRegie(actor, bord.facts));
	const stippen = keuze(bord, input);
	allOrNothing(() => {
		const ronde = huidige(findTafel(actor, bordId));
		if (ronde.uitslagOp !== null) throw new Invalid(GESLOTEN);
		if (!doelIdsOp(bordId).includes(input.groepId)) throw new NotFound();
		db()
			.insert(stipnamens)
			.values({ id: id || newId(), rondeId: ronde.id, ...stippen, door: doorWie(actor) })
			.onConflictDoNothing()
			.run();
		toonStand(bordId);
	});
}

/** What was counted wrong. */
export function removeStipNamens(actor: Actor, { bordId, id }: Waar & { id: string }) {
	const bord = findTafel(actor, bordId);
	must(mayNamens(actor, bord.facts) || mayRegie(actor, bord.facts));
	allOrNothing(() => {
		const ronde = huidige(bord);
		if (ronde.uitslagOp !== null) throw new Invalid(GESLOTEN);
		const one = and(eq(stipnamens.id, id), eq(stipnamens.rondeId, ronde.id));
		db().delete(stipnamens).where(one).run();
		toonStand(bordId);
	});
}

/** From now on nobody moves a dot. */
export function finaliseStipronde(actor: Actor, { bordId }: Waar) {
	const bord = findToLead(actor, bordId);
	allOrNothing(() => {
		sluitRonde(huidige(bord));
		toonStand(bordId);
	});
}

/** Closed too soon, or by going to another phase: everybody goes on where they were. */
export function withdrawSluiting(actor: Actor, { bordId }: Waar) {
	const bord = findToLead(actor, bordId);
	allOrNothing(() => {
		const ronde = huidige(bord);
		if (ronde.uitslagOp !== null) throw new Invalid(GESLOTEN);
		db().update(stipronde).set({ geslotenOp: null }).where(eq(stipronde.id, ronde.id)).run();
		toonStand(bordId);
	});
}

/** "Toon uitslag": closed it is shown to everybody, per group or story with why, never per person. */
export function publishUitslag(actor: Actor, { bordId }: Waar) {
	const bord = findToLead(actor, bordId);
	allOrNothing(() => {
		const ronde = huidige(bord);
		sluitRonde(ronde);
		const stippen = totalen(bordId, ronde.id);
		db()
			.update(stipronde)
			.set({ uitslagOp: ronde.uitslagOp ?? now() })
			.where(eq(stipronde.id, ronde.id))
			.run();
		const redenen = redenenVan(ronde);
		toonStand(bordId, (doc) => zetUitslag(doc, stippen, redenen));
	});
}
