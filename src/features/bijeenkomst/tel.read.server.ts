import type { Actor } from '#access/actor.ts';
import { periodeVan } from '#features/werkplaats/periode.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import { regelsMetTeam } from './read.server.ts';
import { listReeksen } from './reeks.read.server.ts';
import type { BijeenkomstSoort } from './soort.ts';

interface Telbaar {
	soort: BijeenkomstSoort;
	soortAnders: string;
	aantal: number;
	tenMinste: boolean;
}

const som = (items: readonly Telbaar[]) => ({
	aantal: items.reduce((tot, { aantal }) => tot + aantal, 0),
	tenMinste: items.some(({ tenMinste }) => tenMinste),
});

function perSoort(items: readonly Telbaar[]) {
	const groepen = Map.groupBy(items, ({ soort, soortAnders }) => `${soort} ${soortAnders}`);
	return [...groepen.values()].map((groep) => {
		const { soort, soortAnders } = groep[0]!;
		return { soort, soortAnders, ...som(groep) };
	});
}

/**
 * How many there were in each periode in which there was something, of each kind: one of many
 * titles counts once, one that was called off not at all, and of a reeks those that are
 * not here one by one count too.
 */
export function listGeteld(actor: Actor) {
	const perioden = listPerioden(actor);
	const los = regelsMetTeam(actor)
		.filter(({ afgezegd }) => !afgezegd)
		.map((regel) => ({ ...regel, aantal: 1, tenMinste: false, in: periodeVan(regel, perioden) }));
	const rest = listReeksen(actor).map((reeks) => ({
		...reeks,
		aantal: reeks.aantal - reeks.delen,
		in: periodeVan(reeks, perioden),
	}));
	const alles: (Telbaar & { in: string | undefined })[] = [...los, ...rest];
	return perioden
		.map(({ id, naam }) => {
			const items = alles.filter((item) => item.in === id);
			return { id, naam, ...som(items), soorten: perSoort(items) };
		})
		.filter(({ aantal, tenMinste }) => aantal > 0 || tenMinste);
}
