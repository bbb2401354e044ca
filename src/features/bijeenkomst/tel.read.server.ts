import type { Actor } from '#access/actor.ts';
import { isOp } from '#features/werkplaats/periode.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { regelsMetTeam } from './read.server.ts';
import { listReeksen } from './reeks.read.server.ts';
import type { BijeenkomstSoort } from './soort.ts';

interface Telbaar {
	soort: BijeenkomstSoort;
	soortAnders: string;
	aantal: number;
	tenMinste: boolean;
}

/**
 * How many there were in a periode, of each kind: one of many titles counts once, one that
 * was called off not at all, and of a reeks those that are not here one by one count too.
 */
export function countBijeenkomsten(actor: Actor, { periodeId }: { periodeId?: string } = {}) {
	const perioden = listPerioden(actor);
	const telt = (it: { datum: Schrijfdatum | null; periodeId: string | null }) =>
		periodeId === undefined ||
		(it.periodeId ?? perioden.find((p) => it.datum && isOp(p, it.datum.dag))?.id) === periodeId;
	const los: Telbaar[] = regelsMetTeam(actor)
		.filter((regel) => !regel.afgezegd && telt(regel))
		.map(({ soort, soortAnders }) => ({ soort, soortAnders, aantal: 1, tenMinste: false }));
	const rest: Telbaar[] = listReeksen(actor)
		.filter(telt)
		.map(({ soort, soortAnders, aantal, delen, tenMinste }) => ({
			...{ soort, soortAnders, tenMinste },
			aantal: aantal - delen,
		}));
	const alles = [...los, ...rest];
	const som = (items: Telbaar[]) => ({
		aantal: items.reduce((tot, { aantal }) => tot + aantal, 0),
		tenMinste: items.some(({ tenMinste }) => tenMinste),
	});
	const perSoort = Map.groupBy(alles, ({ soort, soortAnders }) => `${soort} ${soortAnders}`);
	return {
		...som(alles),
		soorten: [...perSoort.values()].map((items) => ({
			soort: items[0]!.soort,
			soortAnders: items[0]!.soortAnders,
			...som(items),
		})),
	};
}

/** The same for each periode in which there was something. */
export const listGeteld = (actor: Actor) =>
	listPerioden(actor)
		.map(({ id, naam }) => ({ id, naam, ...countBijeenkomsten(actor, { periodeId: id }) }))
		.filter(({ aantal, tenMinste }) => aantal > 0 || tenMinste);
