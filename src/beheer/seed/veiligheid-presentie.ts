import type { SysteemActor } from '#access/actor.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { confirmPresentie } from '#features/presentie/bevestig.write.server.ts';
import { createCorrectie } from '#features/presentie/correctie.write.server.ts';
import { createRegel, removeRegel, updateUren } from '#features/presentie/regel.write.server.ts';
import { dag, noteer, woord, type Plek } from './fixture.ts';

type Staat = 'concept' | 'ter-controle' | 'vastgesteld' | 'weggehaald';

const LEEG = { persoonId: null, dagdeelId: null, van: '', tot: '', buitenRegio: false } as const;

/** A guest with a name and an organisatie that we do not know, and why the hours are by hand. */
function maakRegel(systeem: SysteemActor, bijeenkomstId: string) {
	const woorden = { naam: woord(), organisatie: woord() };
	const regel = { ...LEEG, ...woorden, perspectief: 'beleid', bijeenkomstId } as const;
	const { id } = createRegel(systeem, regel);
	const reden = woord();
	updateUren(systeem, { bijeenkomstId, regelId: id, uren: 60, reden });
	return { id, woorden: { ...woorden, reden } };
}

/** A bijeenkomst of the past with a list; only then somebody can answer for it. */
function maakGeweest(systeem: SysteemActor, team: Plek, staat: 'geweest' | 'bevestigd') {
	const woorden = { titel: woord(), plaats: woord() };
	const tijden = { datum: dag('4 juni 2018'), begin: '14.00', eind: '16.00' };
	const velden = { ...tijden, ...woorden, leeromgevingId: team.id };
	const { id: bijeenkomstId } = createBijeenkomst(systeem, velden);
	noteer(team, ['bijeenkomst', staat], { id: bijeenkomstId, woorden });
	const regel = maakRegel(systeem, bijeenkomstId);
	noteer(team, ['presentieregel', staat], regel);
	if (staat === 'geweest') return;
	confirmPresentie(systeem, bijeenkomstId);
	const reden = woord();
	createCorrectie(systeem, { bijeenkomstId, regelIds: [regel.id], uren: 30, reden });
	noteer(team, ['presentiecorrectie', staat], { id: regel.id, woorden: { reden } });
}

/** Who was there, in every state of the list. */
export function maakPresentie(
	systeem: SysteemActor,
	team: Plek,
	bijeenkomstId: string,
	staat: Staat,
) {
	noteer(team, ['presentieregel', staat], maakRegel(systeem, bijeenkomstId));
	const weg = maakRegel(systeem, bijeenkomstId);
	removeRegel(systeem, { bijeenkomstId, regelId: weg.id });
	noteer(team, ['presentieregel', `${staat}, weg`], weg);
	if (staat !== 'concept') return;
	maakGeweest(systeem, team, 'geweest');
	maakGeweest(systeem, team, 'bevestigd');
}
