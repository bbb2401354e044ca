import type { Actor } from '#access/actor.ts';
import { mayNeemRegie, mayRegie, type RegieFacts } from '#access/bord.ts';
import { dagVanMoment, toonMoment, toonTijd } from '#features/datum/toon.ts';
import { qrVan } from '#features/presentie/code.qr.server.ts';
import { toonCijfers } from '#features/presentie/geldig.ts';
import { today } from '#server/clock.ts';
import { adresVan, cijfersVan, liveCode } from './code.rows.server.ts';
import { findBord, regieFacts } from './find.server.ts';

const tot = (at: Date) => (dagVanMoment(at) === today() ? toonTijd(at) : toonMoment(at));

/** May this actor open a code at this table? */
export const mayToonCode = (actor: Actor, facts: RegieFacts): boolean =>
	facts.gasten && (mayRegie(actor, facts) || mayNeemRegie(actor, facts));

/** The code to show at the table; null when there is none now, or it is not for this actor to show. */
export function codeVan(actor: Actor, bordId: string, facts?: RegieFacts) {
	const known = facts ?? regieFacts(findBord(actor, bordId));
	const code = mayToonCode(actor, known) ? liveCode(bordId) : undefined;
	if (!code) return null;
	const url = adresVan(code);
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
export type Bordcode = NonNullable<ReturnType<typeof codeVan>>;
