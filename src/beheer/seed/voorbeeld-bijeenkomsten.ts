import type { Actor } from '#access/actor.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';

/** What a source tells of a bijeenkomst beyond its date and title is for later. */
const ONBEKEND = { begin: '', eind: '', plaats: '' };

/** Those of a team; what the whole werkplaats did has no place yet. */
export function loadBijeenkomsten(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { titel, datum = null, leeromgevingen } of [
		...file.bijeenkomsten,
		...file.gebeurtenissen,
	]) {
		const [team] = leeromgevingen;
		if (!team) continue;
		const leeromgevingId = ids.get('leeromgeving', team);
		createBijeenkomst(actor, { ...ONBEKEND, titel, datum, leeromgevingId });
	}
}
