import type { SysteemActor } from '#access/actor.ts';
import { createLegeStoel, removeLegeStoel } from '#features/leeromgeving/lid.write.server.ts';
import { LEEROMGEVING_STATUS, type LeeromgevingStatus } from '#features/leeromgeving/status.ts';
import { leeromgevingNaam, legeStoel, praktijk } from '#features/leeromgeving/tables.server.ts';
import {
	createLeeromgeving,
	createNaam,
	createPraktijk,
	updateLeeromgeving,
	updateStatus,
} from '#features/leeromgeving/write.server.ts';
import { dag, noteer, rowWith, woord, type Plek, type WerkplaatsPlek } from './fixture.ts';
import { maakBijeenkomsten } from './veiligheid-bijeenkomsten.ts';
import { maakBorden } from './veiligheid-bord.ts';
import { maakLeden } from './veiligheid-mensen.ts';
import { maakUitnodigingen } from './veiligheid-uitnodigingen.ts';
import { maakVragen } from './veiligheid-vragen.ts';

/** A leeromgeving with a word of its own in every field. */
function maakLeeromgeving(
	systeem: SysteemActor,
	plek: Plek,
	{ kleed, status }: { kleed: string; status: LeeromgevingStatus },
): string {
	const woorden = {
		oudeNaam: woord(),
		naam: woord(),
		doel: woord(),
		gewensteOpbrengst: woord(),
		locaties: woord(),
		werkwijze: woord(),
		...(status === 'gestopt' && { waaromGestopt: woord() }),
	};
	const { doel, gewensteOpbrengst, locaties, werkwijze } = woorden;
	const vast = { soort: 'werkteam', volgnummer: null, themaIds: [], periodeIds: [] };
	const tijd = { van: dag('2018'), tot: null };
	const velden = { ...vast, ...tijd, kleed, doel, gewensteOpbrengst, locaties };
	const nieuw = { ...velden, naam: woorden.oudeNaam, praktijken: [], persoonIds: [] };
	const { id } = createLeeromgeving(systeem, nieuw);
	updateLeeromgeving(systeem, { ...velden, id, werkwijze, bovenliggendId: null });
	const reden = woord();
	createNaam(systeem, { id, naam: woorden.naam, van: dag('1 januari 2019'), reden });
	updateStatus(systeem, { id, status, waaromGestopt: woorden.waaromGestopt ?? '' });
	noteer(plek, ['leeromgeving', status], { id, woorden });
	const naamId = rowWith(leeromgevingNaam, leeromgevingNaam.reden, reden);
	noteer(plek, ['leeromgevingNaam', 'later'], { id: naamId, woorden: { reden } });
	return id;
}

/** The states in which neither team is, one leeromgeving for each. */
export function maakAndereTeams(
	systeem: SysteemActor,
	plek: WerkplaatsPlek,
	kleden: readonly string[],
) {
	const rest = (Object.keys(LEEROMGEVING_STATUS) as LeeromgevingStatus[]).filter(
		(status) => status !== 'actief' && status !== 'afronding',
	);
	rest.forEach((status, i) => maakLeeromgeving(systeem, plek, { status, kleed: kleden[i] ?? '' }));
}

function maakStoelen(systeem: SysteemActor, team: Plek) {
	for (const staat of ['leeg', 'gevuld']) {
		const wie = woord();
		createLegeStoel(systeem, { leeromgevingId: team.id, wie, perspectief: null });
		const id = rowWith(legeStoel, legeStoel.wie, wie);
		if (staat === 'gevuld') removeLegeStoel(systeem, { id });
		noteer(team, ['legeStoel', staat], { id, woorden: { wie } });
	}
}

/** A team with its people and one of everything it can hold. */
export function maakTeam(
	systeem: SysteemActor,
	werkplaats: WerkplaatsPlek,
	team: { letter: string; kleed: string; status: LeeromgevingStatus },
) {
	const plek: Plek = {
		naam: `${werkplaats.naam}.${team.letter}`,
		id: '',
		mensen: [],
		objecten: [],
	};
	plek.id = maakLeeromgeving(systeem, plek, team);
	maakLeden(systeem, plek);
	maakStoelen(systeem, plek);
	const omschrijving = woord();
	createPraktijk(systeem, { leeromgevingId: plek.id, omschrijving, organisatieId: null });
	const id = rowWith(praktijk, praktijk.omschrijving, omschrijving);
	noteer(plek, ['praktijk', 'bestaat'], { id, woorden: { omschrijving } });
	maakVragen(systeem, plek);
	maakUitnodigingen(systeem, plek);
	maakBijeenkomsten(systeem, plek);
	maakBorden(systeem, plek);
	werkplaats.teams.push(plek);
}
