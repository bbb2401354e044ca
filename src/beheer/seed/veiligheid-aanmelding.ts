import type { SysteemActor } from '#access/actor.ts';
import { genodigdeToken } from '#features/aanmelding/letter.server.ts';
import { answerByToken } from '#features/aanmelding/open.server.ts';
import { genodigdeNu } from '#features/aanmelding/rows.server.ts';
import { createGenodigden, removeGenodigde } from '#features/aanmelding/write.server.ts';
import { teamfeedFor } from '#features/kalender/read.server.ts';
import { feedVanTeam } from '#features/kalender/rows.server.ts';
import { createTeamfeed } from '#features/kalender/write.server.ts';
import { noteer, woord, type Plek } from './fixture.ts';

type Staat = 'concept' | 'ter-controle' | 'vastgesteld' | 'weggehaald';

/** Somebody of the team who was asked, and said something with the answer. */
function vraag(systeem: SysteemActor, bijeenkomstId: string, persoonId: string) {
	createGenodigden(systeem, { bijeenkomstId, personen: [persoonId], tekst: '' });
	const { id } = genodigdeNu(bijeenkomstId, persoonId)!;
	const token = genodigdeToken(id);
	const woorden = { toelichting: woord() };
	answerByToken(token, { antwoord: 'komt', ...woorden });
	return { id, woorden, geheim: { link: `/a/${token}` } };
}

/** Who was asked to come, who is not any more, and the address of the team for calendars. */
export function maakAanmelding(
	systeem: SysteemActor,
	team: Plek,
	bijeenkomstId: string,
	staat: Staat,
) {
	const [een, ander] = team.mensen.filter(({ wie }) => wie === 'lid' || wie === 'kernlid');
	if (!een || !ander) return;
	noteer(team, ['genodigde', staat], vraag(systeem, bijeenkomstId, een.persoonId));
	const weg = vraag(systeem, bijeenkomstId, ander.persoonId);
	removeGenodigde(systeem, { bijeenkomstId, id: weg.id });
	noteer(team, ['genodigde', `${staat}, van de lijst`], weg);
	if (staat !== 'concept') return;
	createTeamfeed(systeem, team.id);
	const { adres } = teamfeedFor(systeem, team.id);
	const geheim = { link: new URL(adres!.url).pathname };
	noteer(team, ['agendafeed', 'van het team'], {
		id: feedVanTeam(team.id)!.id,
		woorden: {},
		geheim,
	});
}
