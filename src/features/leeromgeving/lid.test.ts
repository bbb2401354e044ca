import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { mayEditLeden } from '#access/leeromgeving.ts';
import { today } from '#server/clock.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { freshDb } from '#server/db/test-db.ts';
import { detailTafel, listKandidaten, listLeden } from './lid.read.server.ts';
import {
	createLegeStoel,
	createLidmaatschap,
	finaliseLidmaatschap,
	removeLegeStoel,
	updateLidmaatschap,
} from './lid.write.server.ts';
import { maakPersoon, maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { iedereen, lid, maakTeam } from './test-team.ts';

let werkplaatsId: string;
let systeem: Actor;
let leeromgevingId: string;

beforeEach(() => {
	freshDb();
	({ werkplaatsId, systeem } = maakWerkplaats());
	leeromgevingId = maakTeam(systeem);
});

const aan = (persoonId: string, part: object = {}) =>
	createLidmaatschap(systeem, { leeromgevingId, persoonId, ...lid, van: '2018-01-01', ...part }).id;

test('one person, two hats: at once in two teams, and at once in one (AC-13)', () => {
	const persoonId = maakPersoon(werkplaatsId, 'Amber');
	const ander = maakTeam(systeem);
	aan(persoonId, { perspectief: 'student' });
	aan(persoonId, { leeromgevingId: ander, perspectief: 'sociaal-werk' });
	aan(persoonId, { perspectief: 'sociaal-werk' });
	expect(listLeden(systeem, ander).map((l) => l.perspectief)).toEqual(['sociaal-werk']);
	const tafel = detailTafel(systeem, leeromgevingId);
	expect(tafel.personen).toHaveLength(1);
	expect(tafel.personen[0]!.perspectieven.sort()).toEqual(['sociaal-werk', 'student']);
	expect(() => aan(persoonId, { perspectief: 'student' })).toThrow(Invalid);
});

test('somebody leaves with a last day and a reason, and comes back', () => {
	const persoonId = maakPersoon(werkplaatsId, 'Gerard');
	const id = aan(persoonId);
	finaliseLidmaatschap(systeem, { id, tot: '2018-12-31', redenEinde: 'andere baan' });
	expect(listLeden(systeem, leeromgevingId)[0]).toMatchObject({
		nu: false,
		redenEinde: 'andere baan',
	});
	expect(() => aan(persoonId, { van: '2018-12-31' })).toThrow(Invalid);
	aan(persoonId, { van: '2019-09-01' });
	expect(listLeden(systeem, leeromgevingId).map((l) => l.nu)).toEqual([true, false]);
	expect(() => finaliseLidmaatschap(systeem, { id, tot: '2017-01-01', redenEinde: '' })).toThrow(
		Invalid,
	);
	expect(() => finaliseLidmaatschap(systeem, { id, tot: '2020-01-01', redenEinde: '' })).toThrow(
		Invalid,
	);
});

test('another hat is refused when that hat is already at the table', () => {
	const persoonId = maakPersoon(werkplaatsId, 'Amber');
	aan(persoonId, { perspectief: 'student' });
	const id = aan(persoonId, { perspectief: 'bewoner' });
	const change = { id, rol: 'kernlid', namensId: null } as const;
	expect(() => updateLidmaatschap(systeem, { ...change, perspectief: 'student' })).toThrow(Invalid);
	updateLidmaatschap(systeem, { ...change, perspectief: 'beleid' });
	expect(
		listLeden(systeem, leeromgevingId)
			.map((l) => l.perspectief)
			.sort(),
	).toEqual(['beleid', 'student']);
});

describe('empty chairs', () => {
	test('are the sides that miss, and what the team asks for', () => {
		aan(maakPersoon(werkplaatsId, 'Joke'), { perspectief: 'sociaal-werk' });
		aan(maakPersoon(werkplaatsId, 'Verre volger'), { rol: 'agendalid', perspectief: 'beleid' });
		createLegeStoel(systeem, { leeromgevingId, wie: 'deurwaarder', perspectief: null });
		const { legeStoelen, telling } = detailTafel(systeem, leeromgevingId);
		expect(legeStoelen.map((s) => s.wie)).toEqual([
			'deurwaarder',
			'bewoner',
			'beleidsmedewerker',
			'docentonderzoeker',
			'student',
		]);
		expect(telling).toEqual([{ perspectief: 'sociaal-werk', aantal: 1 }]);
		removeLegeStoel(systeem, { id: legeStoelen[0]!.id! });
		expect(detailTafel(systeem, leeromgevingId).legeStoelen).toHaveLength(4);
	});

	test('who left sits there no more', () => {
		const id = aan(maakPersoon(werkplaatsId, 'Joke'));
		finaliseLidmaatschap(systeem, { id, tot: today(), redenEinde: '' });
		expect(detailTafel(systeem, leeromgevingId).personen).toHaveLength(1);
		finaliseLidmaatschap(systeem, { id, tot: '2019-01-01', redenEinde: '' });
		expect(detailTafel(systeem, leeromgevingId).personen).toEqual([]);
	});
});

test('only who may edit leden adds, changes, ends and sees whom to choose', () => {
	for (const actor of iedereen(systeem, leeromgevingId)) {
		const persoonId = maakPersoon(werkplaatsId, 'Nieuw');
		const id = aan(maakPersoon(werkplaatsId, 'Zit er al'));
		const may = mayEditLeden(actor, { werkplaatsId, leeromgevingId });
		const acts = [
			() => createLidmaatschap(actor, { leeromgevingId, persoonId, ...lid, van: '2019-01-01' }),
			() => updateLidmaatschap(actor, { id, ...lid }),
			() => finaliseLidmaatschap(actor, { id, tot: '2020-01-01', redenEinde: '' }),
			() => createLegeStoel(actor, { leeromgevingId, wie: 'deurwaarder', perspectief: null }),
			() => listKandidaten(actor, leeromgevingId),
		];
		for (const act of acts) {
			if (may) expect(act).not.toThrow();
			else expect(act).toThrow(Forbidden);
		}
	}
});

test('a coördinator of another werkplaats finds nothing to change', () => {
	const id = aan(maakPersoon(werkplaatsId, 'Joke'));
	const elders = metRol(maakWerkplaats('DHL').werkplaatsId, 'coordinator');
	expect(() => finaliseLidmaatschap(elders, { id, tot: '2020-01-01', redenEinde: '' })).toThrow(
		NotFound,
	);
	const persoonId = maakPersoon(elders.werkplaatsId, 'Vreemd');
	expect(() => aan(persoonId)).toThrow(Invalid);
});
