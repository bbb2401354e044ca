import type { Actor } from '#access/actor.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { mayWriteSjabloon, sjabloonRows } from './rows.server.ts';
import { SJABLONEN } from './vast.ts';

/** What this verslag may begin with: of the team, of the werkplaats, and what comes with Samenspel. */
export function listSjablonen(actor: Actor, bijeenkomstId: string) {
	const { row } = findVerslag(actor, bijeenkomstId);
	const eigen = sjabloonRows(row).map((found) => ({
		id: found.id,
		naam: found.naam,
		uitleg: found.leeromgevingId ? 'Van jullie team.' : 'Van de werkplaats.',
		may: { remove: mayWriteSjabloon(actor, found) },
	}));
	const vast = SJABLONEN.map(({ id, naam, uitleg }) => ({
		id,
		naam,
		uitleg,
		may: { remove: false },
	}));
	return {
		sjablonen: [...eigen, ...vast],
		may: {
			team: mayWriteSjabloon(actor, row),
			werkplaats: mayWriteSjabloon(actor, { ...row, leeromgevingId: null }),
		},
	};
}
export type SjabloonLijst = ReturnType<typeof listSjablonen>;
