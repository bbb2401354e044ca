import { beforeEach, expect, test } from 'vitest';
import { NIEMAND, type Actor, type SysteemActor } from '#access/actor.ts';
import { mayReadVerslag } from '#access/verslag.ts';
import { createBijeenkomst, removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { datum, iedereen, maakTeam } from '#features/leeromgeving/test-team.ts';
import { maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { citaatFromHash } from '#features/tekst/passage.ts';
import { SOORT } from '#features/verslag/project.server.ts';
import { freshDb } from '#server/db/test-db.ts';
import { replacePassages } from '#server/search/passages.ts';
import { searchVerslagen } from './passage.read.server.ts';
import { searchAll } from './read.server.ts';

let systeem: SysteemActor;
let team: string;

beforeEach(() => {
	freshDb();
	systeem = maakWerkplaats().systeem;
	team = maakTeam(systeem);
});

/** A bijeenkomst of a team with these passages in its verslag. */
function schrijf(leeromgevingId: string, titel: string, ...passages: string[]) {
	const basis = { datum: datum('11 juni 2018'), begin: '', eind: '', plaats: '' };
	const wie: SysteemActor = systeem;
	const { id } = createBijeenkomst(wie, { ...basis, leeromgevingId, titel });
	const { werkplaatsId } = wie;
	replacePassages({ soort: SOORT, objectId: id, werkplaatsId, leeromgevingId }, passages);
	return id;
}
const titels = (actor: Actor, question = 'kanarie') =>
	searchVerslagen(actor, question, 50).map(({ titel }) => titel);

test('everybody finds exactly what the rule lets them read, and the title of nothing else', () => {
	const teams = [team, maakTeam(systeem, { naam: 'Tweede', volgnummer: 2 })];
	const all = teams.flatMap((leeromgevingId, n) =>
		['a', 'b'].map((letter) => {
			schrijf(leeromgevingId, `${n}${letter}`, 'De kanarie zingt', 'Nog een kanarie');
			return { leeromgevingId, titel: `${n}${letter}` };
		}),
	);
	const actors = [...iedereen(systeem, team), ...iedereen(systeem, teams[1]!), NIEMAND];
	for (const actor of actors) {
		const mine = all
			.filter(({ leeromgevingId }) =>
				mayReadVerslag(actor, {
					werkplaatsId: systeem.werkplaatsId,
					leeromgevingIds: [leeromgevingId],
					door: null,
					status: 'concept',
				}),
			)
			.flatMap(({ titel }) => [titel, titel]);
		expect(titels(actor).sort()).toEqual(mine.sort());
		const shown = JSON.stringify(searchAll(actor, 'kanarie'));
		expect(shown.includes('In verslagen')).toBe(mine.length > 0);
		for (const { titel } of all)
			if (!mine.includes(titel)) expect(shown).not.toContain(`"${titel},`);
	}
});

test('another werkplaats finds nothing, also when a passage says it is theirs', () => {
	const id = schrijf(team, 'Hier', 'kanarie');
	const elders = maakWerkplaats('Elders');
	replacePassages(
		{
			soort: SOORT,
			objectId: id,
			werkplaatsId: elders.werkplaatsId,
			leeromgevingId: maakTeam(elders.systeem),
		},
		['kanarie'],
	);
	expect(titels(metRol(elders.werkplaatsId, 'coordinator'))).toEqual([]);
	expect(titels(metRol(systeem.werkplaatsId, 'coordinator'))).toEqual(['Hier']);
});

test('what was taken away is not found', () => {
	const id = schrijf(team, 'Weg', 'kanarie');
	removeBijeenkomst(systeem, id);
	expect(titels(systeem)).toEqual([]);
});

test('a passage comes with its bijeenkomst and a link to the words themselves', () => {
	const id = schrijf(team, 'De eerste brief', 'Lang verhaal over de kanaries van de buurvrouw.');
	const [found] = searchVerslagen(systeem, 'kanarie', 5);
	expect(found).toMatchObject({ titel: 'De eerste brief', datum: '11 juni 2018' });
	expect(found!.snippet.find(({ hit }) => hit)?.text).toBe('kanaries');
	const url = new URL(found!.href, 'http://localhost');
	expect(url.pathname).toBe(`/bijeenkomsten/${id}`);
	expect(citaatFromHash(url.hash)).toBe('kanaries van de buurvrouw.');
});

test('a bijeenkomst is found by its name', () => {
	schrijf(team, 'De eerste brief');
	const [groep] = searchAll(systeem, 'eerste brief');
	expect(groep?.items.map(({ label }) => label)).toEqual(['De eerste brief, 11 juni 2018']);
	expect(searchAll(metRol(systeem.werkplaatsId, 'accountant'), 'eerste brief')).toEqual([]);
});

test('the same words twice in a verslag are one row', () => {
	schrijf(team, 'Dubbel', 'kanarie', 'kanarie');
	expect(titels(systeem)).toEqual(['Dubbel']);
});
