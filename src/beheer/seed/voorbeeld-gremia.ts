import type { Actor } from '#access/actor.ts';
import {
	createGremium,
	createGremiumLid,
	createOpheffing,
} from '#features/gremium/write.server.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';

/** Who was in a gremium that was dissolved, was in it until then. */
export function loadGremia(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { sleutel, leden, opheffing, van = null, ...gremium } of file.gremia) {
		const { naam, niveau, samenstelling, taak } = gremium;
		const gremiumId = createGremium(actor, { naam, niveau, samenstelling, taak, van });
		ids.set('gremium', sleutel, gremiumId);
		const tot = opheffing?.op ?? null;
		for (const { persoon, rol } of leden)
			createGremiumLid(actor, {
				gremiumId,
				persoonId: ids.get('persoon', persoon),
				rol,
				van,
				tot,
			});
		if (!opheffing) continue;
		const { op, voorlopig, reden } = opheffing;
		const soort = voorlopig ? 'voorlopig' : 'blijvend';
		createOpheffing(actor, { gremiumId, op, soort, reden });
	}
}
