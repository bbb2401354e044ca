import type { Actor } from '#access/actor.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { erbij, GEEN_KLOK, pauze, start, verder, type Klok } from './klok.ts';
import { klokOf, klokVelden } from './klok.rows.server.ts';
import type { KlokInput } from './regie.input.ts';
import { findToLead, zetStandRij } from './regie.rows.server.ts';

interface Waar {
	bordId: string;
}

/** Read and written in one go: who presses at once never loses a minute. */
function zet(actor: Actor, { bordId }: Waar, change: (klok: Klok, nu: number) => Klok) {
	db().transaction(
		() => {
			const was = klokOf(findToLead(actor, bordId).stand);
			const wordt = change(was, now().getTime());
			if (wordt.tot === was.tot && wordt.rest === was.rest) return;
			zetStandRij(actor, bordId, { velden: klokVelden(wordt), wat: 'klok' });
		},
		{ behavior: 'immediate' },
	);
}

/** Begins, or begins again. Nothing closes by itself when it is over. */
export function startKlok(actor: Actor, { minuten, ...waar }: Waar & KlokInput) {
	findToLead(actor, waar.bordId);
	zet(actor, waar, (_, nu) => start(minuten, nu));
}

export function pauseKlok(actor: Actor, waar: Waar) {
	findToLead(actor, waar.bordId);
	zet(actor, waar, pauze);
}

export function resumeKlok(actor: Actor, waar: Waar) {
	findToLead(actor, waar.bordId);
	zet(actor, waar, verder);
}

/** One minute more. */
export function extendKlok(actor: Actor, waar: Waar) {
	findToLead(actor, waar.bordId);
	zet(actor, waar, erbij);
}

export function removeKlok(actor: Actor, waar: Waar) {
	findToLead(actor, waar.bordId);
	zet(actor, waar, () => GEEN_KLOK);
}
