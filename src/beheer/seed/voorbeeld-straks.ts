import type { Actor } from '#access/actor.ts';
import { createAgenda } from '#features/agenda/write.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { plusDagen, WEEKDAGEN, weekdag } from '#features/datum/kalender.ts';
import { toonDag } from '#features/datum/toon.ts';
import { today } from '#server/clock.ts';
import type { Ids } from './ids.ts';

/** Never today: a Thursday that is still to come. */
function volgendeDonderdag(vandaag: string): string {
	const nog = (WEEKDAGEN.indexOf('donderdag') - WEEKDAGEN.indexOf(weekdag(vandaag)) + 7) % 7;
	return plusDagen(vandaag, nog || 7);
}

/** Something to come, so that the example is not only of years ago. Invented, as the people are. */
export function loadStraks(actor: Actor, ids: Ids) {
	const dag = volgendeDonderdag(today());
	const datum = { geschreven: toonDag(dag), eerste: dag, dag, laatste: dag, aangenomen: false };
	const { id } = createBijeenkomst(actor, {
		...{ titel: 'Bijeenkomst 8: De tweede brief', datum, begin: '14.00', eind: '16.30' },
		plaats: 'Huis van de Wijk De Wissel, kamer 2',
		pauzes: [{ begin: '15.00', eind: '15.15' }],
		leeromgevingId: ids.get('leeromgeving', 'werkteam-2'),
		bron: 'verzonnen',
	});
	ids.set('bijeenkomst', 'straks', id);
	createAgenda(actor, { bijeenkomstId: id, sjabloon: 'werkteambijeenkomst' });
}
