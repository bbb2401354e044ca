import type { SysteemActor } from '#access/actor.ts';
import { createGebruik } from '#features/agenda/gebruik.write.server.ts';
import { nextPunt } from '#features/agenda/loop.write.server.ts';
import { createSjabloon } from '#features/agenda/sjabloon.write.server.ts';
import { createPunt, removePunt } from '#features/agenda/write.server.ts';
import { noteer, woord, type Plek } from './fixture.ts';

type Staat = 'concept' | 'ter-controle' | 'vastgesteld' | 'weggehaald';

const punt = { soort: 'punt', minuten: 20, doel: 'delen', wieId: null, werkvorm: '' } as const;

function maakPunt(systeem: SysteemActor, bijeenkomstId: string) {
	const woorden = { titel: woord(), wie: woord(), uitleg: woord(), stukken: woord() };
	const { id } = createPunt(systeem, { ...punt, ...woorden, bijeenkomstId });
	return { id, woorden };
}

/** An agenda with a point at hand and one that was taken away, how it went, and what it leaves. */
export function maakAgenda(systeem: SysteemActor, team: Plek, bijeenkomstId: string, staat: Staat) {
	noteer(team, ['agendapunt', staat], maakPunt(systeem, bijeenkomstId));
	const weg = maakPunt(systeem, bijeenkomstId);
	removePunt(systeem, { bijeenkomstId, id: weg.id });
	noteer(team, ['agendapunt', `${staat}, weg`], weg);
	const woorden = { naam: woord(), hoeGingHet: woord() };
	const gebruik = createGebruik(systeem, { bijeenkomstId, werkvorm: '', ...woorden });
	noteer(team, ['werkvormgebruik', staat], { id: gebruik.id, woorden });
	if (staat !== 'concept') return;
	nextPunt(systeem, { bijeenkomstId, van: '' });
	const naam = woord();
	const { id } = createSjabloon(systeem, { bijeenkomstId, naam, voor: 'team' });
	noteer(team, ['agendasjabloon', 'van het team'], { id, woorden: { naam } });
}
