import type { SysteemActor } from '#access/actor.ts';
import { VRAAG_STATUS, type VraagStatus } from '#features/leervraag/status.ts';
import {
	createLeervraag,
	createLoslating,
	derivePraktijkvraag,
	updateLeervraag,
	updatePraktijkvraag,
	withdrawLoslating,
} from '#features/leervraag/write.server.ts';
import { noteer, woord, type Plek } from './fixture.ts';

const STATUSSEN = Object.keys(VRAAG_STATUS) as VraagStatus[];

/** Each status, and a vraag that was dropped, and one taken up again. */
const STATEN: [staat: string, status: VraagStatus][] = [
	...STATUSSEN.map((status): [string, VraagStatus] => [status, status]),
	['losgelaten', 'nieuw'],
	['teruggenomen', 'nieuw'],
];

/** Drops the vraag when that is its state; returns the words that came with it. */
function laatLos(systeem: SysteemActor, vraagId: string, staat: string): Record<string, string> {
	if (staat !== 'losgelaten' && staat !== 'teruggenomen') return {};
	const reden = woord();
	createLoslating(systeem, { vraagId, reden });
	if (staat === 'teruggenomen') withdrawLoslating(systeem, { vraagId });
	return { reden };
}

/** On the agenda, or of one team. A text of before is kept as a version. */
export function maakLeervragen(systeem: SysteemActor, plek: Plek, leeromgevingIds: string[]) {
	return STATEN.map(([staat, status]) => {
		const woorden = { versie: woord(), tekst: woord() };
		const vast = { themaId: null, herkomst: 'team', perspectief: null } as const;
		const { id } = createLeervraag(systeem, { ...vast, tekst: woorden.versie, leeromgevingIds });
		updateLeervraag(systeem, { ...vast, id, tekst: woorden.tekst, status });
		const los = laatLos(systeem, id, staat);
		noteer(plek, ['leervraag', staat], { id, woorden: { ...woorden, ...los } });
		return id;
	});
}

/** Leervragen and praktijkvragen of a team, in every state. */
export function maakVragen(systeem: SysteemActor, team: Plek) {
	const leervraagIds = maakLeervragen(systeem, team, [team.id]).slice(0, 2);
	const vast = { leervraagIds, perspectief: null, indienerId: null, organisatieId: null };
	for (const [staat, status] of STATEN) {
		const woorden = { versie: woord(), tekst: woord(), antwoord: woord() };
		const { versie, tekst, antwoord } = woorden;
		const nieuw = { ...vast, tekst: versie, leeromgevingId: team.id };
		const { id } = derivePraktijkvraag(systeem, nieuw);
		updatePraktijkvraag(systeem, { ...vast, id, tekst, antwoord, status });
		const los = laatLos(systeem, id, staat);
		noteer(team, ['praktijkvraag', staat], { id, woorden: { ...woorden, ...los } });
	}
}
