import { beforeEach, expect, test } from 'vitest';
import { NIEMAND, type Actor } from '#access/actor.ts';
import { createTitel } from '#features/bijeenkomst/titel.write.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { datum, iedereen, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { createNaam } from '#features/leeromgeving/write.server.ts';
import { createLeervraag, derivePraktijkvraag } from '#features/leervraag/write.server.ts';
import { createOrganisatie } from '#features/partner/write.server.ts';
import { maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { freshDb } from '#server/db/test-db.ts';
import { search } from './read.server.ts';

let systeem: Actor;
let werkplaatsId: string;
let team: string;

beforeEach(() => {
	freshDb();
	({ systeem, werkplaatsId } = maakWerkplaats());
	team = maakTeam(systeem, { naam: 'Intergenerationele problematiek' });
});

const labels = (actor: Actor, query: string) =>
	search(actor, query).flatMap(({ items }) => items.map(({ label }) => label));

test('a team is found by each name it ever had (AC-10)', () => {
	const van = datum('1 januari 2019');
	createNaam(systeem, { id: team, naam: 'Intergenerationele overdracht', van, reden: '' });
	const lid = maakLid(systeem, team, 'agendalid');
	const found = ['Intergenerationele overdracht (tot 2019: Intergenerationele problematiek)'];
	expect(labels(lid, 'problematiek')).toEqual(found);
	expect(labels(lid, 'inter overdr')).toEqual(found);
});

test('the people and praktijkvragen of a team are found only by who may enter it (AC-59)', () => {
	maakLid(systeem, team, 'kernlid');
	derivePraktijkvraag(systeem, {
		leeromgevingId: team,
		tekst: 'Wie belt er aan bij de kanarie?',
		perspectief: null,
		indienerId: null,
		organisatieId: null,
		leervraagIds: [],
	});
	for (const actor of iedereen(systeem, team)) {
		const inside =
			actor.soort === 'systeem' ||
			(actor.soort === 'persoon' &&
				(actor.lidmaatschappen.length > 0 ||
					['coordinator', 'lector', 'docentonderzoeker', 'fg'].some((rol) =>
						actor.rollen.some((own) => own === rol),
					)));
		expect(labels(actor, 'kanarie')).toHaveLength(inside ? 1 : 0);
		expect(labels(actor, 'kernlid van het team').length > 0).toBe(inside);
	}
});

test('an organisatie is found by who may see partners, and by nobody else', () => {
	createOrganisatie(systeem, {
		naam: 'Sarıkaş Welzijn',
		soort: 'zorg-welzijn',
		koepelId: null,
		regio: '',
	});
	expect(labels(metRol(werkplaatsId, 'accountant'), 'sarikas')).toEqual(['Sarıkaş Welzijn']);
	expect(labels(maakLid(systeem, team, 'trekker'), 'sarikas')).toEqual([]);
});

test('another werkplaats, nobody, and an empty question find nothing', () => {
	createLeervraag(systeem, {
		tekst: 'Hoe zorgt een platform voor samenwerking?',
		themaId: null,
		herkomst: 'team',
		perspectief: null,
		leeromgevingIds: [team],
	});
	const elders = metRol(maakWerkplaats('DHL').werkplaatsId, 'coordinator');
	expect(labels(metRol(werkplaatsId, 'coordinator'), 'platform')).toHaveLength(1);
	expect(labels(elders, 'platform')).toEqual([]);
	expect(labels(NIEMAND, 'platform')).toEqual([]);
	expect(search(elders, '   ')).toEqual([]);
});

test('a bijeenkomst is found by each of its titles, once, by who may know of it (AC-36)', () => {
	const { id } = createBijeenkomst(systeem, {
		...{ titel: 'Blue Monday', datum: datum('21 januari 2019'), begin: '', eind: '', plaats: '' },
		leeromgevingId: team,
	});
	for (const titel of ['Van Blue Monday naar Feel Good Day', 'Dag van Verbondenheid'])
		createTitel(systeem, { id, titel, soort: 'alias', bron: '' });
	const lid = maakLid(systeem, team, 'student');
	expect(labels(lid, 'blue monday')).toEqual(['Blue Monday, 21 januari 2019']);
	expect(labels(lid, 'dag verbonden')).toEqual([
		'Blue Monday, 21 januari 2019 (ook: Dag van Verbondenheid)',
	]);
	expect(labels(metRol(werkplaatsId, null), 'dag verbonden')).toEqual([]);
});
