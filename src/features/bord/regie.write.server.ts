import { doorWie, type Actor } from '#access/actor.ts';
import { mayGeefRegie, mayNeemRegie } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { now } from '#server/clock.ts';
import { Invalid } from '#server/errors.ts';
import type { Fase } from '#ui/fase.ts';
import { legAllesOpen } from './briefje.open.server.ts';
import { briefjeMet } from './briefje.rows.server.ts';
import { factsOfBord, findBord, regieFacts } from './find.server.ts';
import { naFase } from './klok.ts';
import { klokOf, klokVelden } from './klok.rows.server.ts';
import { findToLead, regieKeuze, zetStandRij } from './regie.rows.server.ts';
import { heeftFasen } from './soort.ts';
import { standOf, type StandRow } from './stand.server.ts';
import { rondeRow, sluitRonde } from './stip.rows.server.ts';

interface Waar {
	bordId: string;
}

const zet = (bordId: string, velden: Partial<StandRow>) =>
	allOrNothing(() => zetStandRij(bordId, velden));

/**
 * Takes regie, whoever holds it: the laptop of the other may be dead. All else stays as it stands;
 * the clock runs on.
 */
export function createRegie(actor: Actor, { bordId }: Waar) {
	const row = findBord(actor, bordId);
	must(mayNeemRegie(actor, regieFacts(row)));
	const regieId = doorWie(actor);
	if (regieId === null || standOf(bordId).regieId === regieId) return;
	zet(bordId, { regieId });
}

/** To somebody else of the team. */
export function assignRegie(actor: Actor, { bordId, naar }: Waar & { naar: string }) {
	const row = findBord(actor, bordId);
	must(mayGeefRegie(actor, factsOfBord(row)));
	if (!regieKeuze(row).some(({ id }) => id === naar))
		throw new Invalid({ naar: 'Kies iemand uit de lijst.' });
	zet(bordId, { regieId: naar });
}

/**
 * Everybody to this phase, forward or back. What is hidden stays so and keeps its phase; whether
 * everybody writes for oneself stays as it was, so that going back shows nobody's words. Dots are given
 * no longer: every screen is at something else.
 */
export function moveFase(actor: Actor, { bordId, naar }: Waar & { naar: Fase }) {
	const { row, stand } = findToLead(actor, bordId);
	if (stand.fase === naar) return;
	if (!heeftFasen(row.soort)) throw new Invalid('Dit bord heeft maar één fase.');
	const klok = klokVelden(naFase(klokOf(stand), now().getTime()));
	allOrNothing(() => {
		const ronde = rondeRow(bordId, stand.rondeId);
		if (ronde) sluitRonde(ronde);
		zetStandRij(bordId, { fase: naar, uitlicht: '', ...klok });
	});
}

/** Everybody writes for oneself, or what is laid down is open at once. What is hidden stays hidden. */
export function updateStil(actor: Actor, { bordId, stil }: Waar & { stil: boolean }) {
	const { stand } = findToLead(actor, bordId);
	if (stand.stil === stil) return;
	zet(bordId, { stil });
}

/** Leg open: all that is hidden in this phase comes on the table at once; how many that were. */
export function publishBriefjes(actor: Actor, { bordId }: Waar): { aantal: number } {
	const { stand } = findToLead(actor, bordId);
	return allOrNothing(() => {
		const aantal = legAllesOpen(bordId, stand.fase);
		if (aantal > 0 || stand.stil) zetStandRij(bordId, { stil: false });
		return { aantal };
	});
}

/** Nobody lays down or moves but who holds regie. */
export function updateSlot(actor: Actor, { bordId, slot }: Waar & { slot: boolean }) {
	const { stand } = findToLead(actor, bordId);
	if (stand.slot === slot) return;
	zet(bordId, { slot });
}

/** Everybody looks at one briefje; with none at the whole table again. */
export function createUitlicht(actor: Actor, { bordId, briefjeId }: Waar & { briefjeId: string }) {
	const { stand } = findToLead(actor, bordId);
	if (stand.uitlicht === briefjeId) return;
	const row = briefjeId === '' ? undefined : briefjeMet(briefjeId);
	const ligtEr = row?.bordId === bordId && row.gelegdOp !== null && row.weggehaaldOp === null;
	if (briefjeId !== '' && !ligtEr) throw new Invalid('Dit briefje ligt niet meer op het bord.');
	zet(bordId, { uitlicht: briefjeId });
}
