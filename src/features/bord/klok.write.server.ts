import type { Actor } from '#access/actor.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { now } from '#server/clock.ts';
import { erbij, GEEN_KLOK, pauze, start, verder, type Klok } from './klok.ts';
import { klokOf, klokVelden } from './klok.rows.server.ts';
import type { KlokInput } from './regie.input.ts';
import { findToLead, zetStandRij } from './regie.rows.server.ts';

interface Waar {
	bordId: string;
}

/** By who holds regie. Read and written in one go: who presses at once never loses a minute. */
function mustZet(actor: Actor, { bordId }: Waar, change: (klok: Klok, nu: number) => Klok) {
	allOrNothing(() => {
		const was = klokOf(findToLead(actor, bordId).stand);
		const wordt = change(was, now().getTime());
		if (wordt.tot === was.tot && wordt.rest === was.rest) return;
		zetStandRij(bordId, klokVelden(wordt));
	});
}

/** Begins, or begins again. Nothing closes by itself when it is over. */
export const startKlok = (actor: Actor, { minuten, ...waar }: Waar & KlokInput) =>
	mustZet(actor, waar, (_, nu) => start(minuten, nu));

export const pauseKlok = (actor: Actor, waar: Waar) => mustZet(actor, waar, pauze);

export const resumeKlok = (actor: Actor, waar: Waar) => mustZet(actor, waar, verder);

/** One minute more. */
export const extendKlok = (actor: Actor, waar: Waar) => mustZet(actor, waar, erbij);

export const removeKlok = (actor: Actor, waar: Waar) => mustZet(actor, waar, () => GEEN_KLOK);
