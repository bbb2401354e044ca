import type { Actor } from '#access/actor.ts';
import { mayLoopAgenda } from '#access/bijeenkomst.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { dagVanMoment, toonMoment, toonTijd } from '#features/datum/toon.ts';
import { today } from '#server/clock.ts';
import { qrVan } from './code.qr.server.ts';
import { adresVan, cijfersVan, liveCode } from './code.rows.server.ts';
import { isDicht } from './code.staat.server.ts';
import { toonCijfers } from './geldig.ts';

const tot = (at: Date) => (dagVanMoment(at) === today() ? toonTijd(at) : toonMoment(at));

/** The code to show in the room; null when there is none now, or it is not for this actor to show. */
export function codeVan(actor: Actor, bijeenkomstId: string) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	if (!mayLoopAgenda(actor, factsOf(row))) return null;
	const code = liveCode(row.id);
	if (!code) return null;
	const url = adresVan(code.id);
	return {
		id: code.id,
		/** "4829 1673" */
		cijfers: toonCijfers(cijfersVan(code.id)),
		url,
		qr: qrVan(url),
		/** "16.45 uur", with the day when that is another one. */
		tot: tot(code.verlooptOp),
	};
}
export type Code = NonNullable<ReturnType<typeof codeVan>>;

/** May this actor open a code here? `codeVan` is null for two reasons. */
export function mayToonCode(actor: Actor, bijeenkomstId: string): boolean {
	const row = findBijeenkomst(actor, bijeenkomstId);
	return mayLoopAgenda(actor, factsOf(row)) && !isDicht(row);
}
