import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { mayPlanBijeenkomst, mayReadRuimteVan } from '#access/bijeenkomst.ts';
import { datum, iedereen, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, NotFound } from '#server/errors.ts';
import { audit } from '#server/tables.server.ts';
import { basisBijeenkomst } from './basis.ts';
import { BijeenkomstInput, type BijeenkomstNieuw } from './input.ts';
import {
	detailBijeenkomst,
	listAlleBijeenkomsten,
	listBijeenkomsten,
	listVolgende,
} from './read.server.ts';
import {
	createBijeenkomst,
	removeBijeenkomst,
	updateBijeenkomst,
	withdrawWeghaling,
} from './write.server.ts';

let systeem: SysteemActor;
let team: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
});

const NIEUW: BijeenkomstNieuw = {
	titel: 'De eerste brief',
	datum: datum('11 juni 2096'),
	begin: '14.00',
	eind: '16.30',
	plaats: 'Huis van de Wijk',
};
const plan = (part: Partial<BijeenkomstNieuw & { leeromgevingId: string }> = {}) =>
	createBijeenkomst(systeem, { ...NIEUW, leeromgevingId: team, ...part }).id;
const fouten = (velden: Record<string, string>) => {
	const gelezen = v.safeParse(BijeenkomstInput, velden);
	return gelezen.issues?.map((i) => [i.path?.[0]?.key, i.message]) ?? [];
};

test('what comes stands nearest first, what was latest first; two on one day both stay', () => {
	const titels = (jaar: string, titel: string, begin = '') =>
		plan({ datum: datum(jaar), titel, begin, eind: '' });
	titels('3 oktober 2018', 'oud en laat');
	titels('2 oktober 2018', 'oud en vroeg');
	plan({ datum: null, titel: 'datum onbekend' });
	titels('najaar 2096', 'ver weg');
	titels('1 mei 2096', 'middag', '14.00');
	titels('1 mei 2096', 'ochtend', '09.30');
	const lijst = listBijeenkomsten(systeem, team);
	expect(lijst.komend.map((b) => b.titel)).toEqual([
		'ochtend',
		'middag',
		'ver weg',
		'datum onbekend',
	]);
	expect(lijst.geweest.map((b) => b.titel)).toEqual(['oud en laat', 'oud en vroeg']);
});

test('everyone who may plans one; who may not is refused, and sees it when they sit there', () => {
	for (const actor of iedereen(systeem, team)) {
		const { werkplaatsId } = systeem;
		const make = () => createBijeenkomst(actor, { ...NIEUW, leeromgevingId: team });
		if (mayPlanBijeenkomst(actor, { werkplaatsId, leeromgevingId: team }))
			expect(make().id).toHaveLength(20);
		else expect(make).toThrow(Forbidden);
		if (mayReadRuimteVan(actor, { werkplaatsId, leeromgevingIds: [team] }))
			expect(detailBijeenkomst(actor, plan())).toBeTruthy();
		else expect(() => detailBijeenkomst(actor, plan())).toThrow(NotFound);
	}
});

test('another team does not know of it, another werkplaats neither', () => {
	const id = plan();
	const ander = maakTeam(systeem, { naam: 'Een ander team' });
	const buur = maakLid(systeem, ander, 'trekker');
	expect(() => detailBijeenkomst(buur, id)).toThrow(NotFound);
	expect(() => updateBijeenkomst(buur, { ...NIEUW, id })).toThrow(NotFound);
	expect(() => listBijeenkomsten(buur, team)).toThrow(Forbidden);
	expect(listAlleBijeenkomsten(buur).komend).toEqual([]);
	expect(() => removeBijeenkomst(testWerkplaats('Elders'), id)).toThrow(NotFound);
});

test('my agenda has the teams I sit in; who looks over all teams sees all in the list', () => {
	const ander = maakTeam(systeem, { naam: 'Een ander team' });
	plan();
	plan({ leeromgevingId: ander, titel: 'Van de buren' });
	const lid = maakLid(systeem, team, 'lid');
	expect(listVolgende(lid).map((b) => [b.titel, b.team.naam])).toEqual([
		['De eerste brief', 'Intergenerationele problematiek'],
	]);
	expect(listAlleBijeenkomsten(systeem).komend).toHaveLength(2);
	expect(listVolgende(systeem)).toEqual([]);
});

test('two people change it: other fields go together, one field is a question', () => {
	const id = plan();
	const basis = basisBijeenkomst(NIEUW);
	updateBijeenkomst(maakLid(systeem, team, 'trekker'), { ...NIEUW, id, plaats: 'Bibliotheek' });
	updateBijeenkomst(systeem, { ...NIEUW, id, begin: '13.30' }, basis);
	expect(detailBijeenkomst(systeem, id)).toMatchObject({ plaats: 'Bibliotheek', begin: '13.30' });
	expect(() => updateBijeenkomst(systeem, { ...NIEUW, id, plaats: 'Buurthuis' }, basis)).toThrow(
		Conflict,
	);
});

test('removed is out of sight and comes back as it was; only who leads or planned it may', () => {
	const lid = maakLid(systeem, team, 'lid');
	const id = plan();
	expect(() => removeBijeenkomst(lid, id)).toThrow(Forbidden);
	const eigen = createBijeenkomst(lid, { ...NIEUW, leeromgevingId: team }).id;
	removeBijeenkomst(lid, eigen);
	expect(() => detailBijeenkomst(systeem, eigen)).toThrow(NotFound);
	expect(() => updateBijeenkomst(systeem, { ...NIEUW, id: eigen })).toThrow(NotFound);
	expect(listBijeenkomsten(systeem, team).weggehaald.map((b) => [b.id, b.door])).toEqual([
		[eigen, 'lid van het team'],
	]);
	expect(listBijeenkomsten(maakLid(systeem, team, 'student'), team).weggehaald).toEqual([]);
	withdrawWeghaling(lid, eigen);
	expect(detailBijeenkomst(systeem, eigen).titel).toBe(NIEUW.titel);
	// a button that was still on somebody's screen does nothing twice
	withdrawWeghaling(lid, eigen);
	const lines = db()
		.select()
		.from(audit)
		.where(eq(audit.object, `bijeenkomst:${eigen}`))
		.all();
	expect(lines.map(({ actor, action }) => [actor, action])).toEqual([
		[lid.persoonId, 'bijeenkomst.weggehaald'],
		[lid.persoonId, 'bijeenkomst.teruggezet'],
	]);
});

test('a wrong time, a missing begin and an end before it are told by their field', () => {
	const goed = { titel: 'x', datum: '11 juni 2096', begin: '14.00', eind: '16', plaats: '' };
	expect(fouten(goed)).toEqual([]);
	expect(fouten({ ...goed, begin: 'laat' })[0]).toEqual([
		'begin',
		'Schrijf een tijd, bijvoorbeeld 14.00.',
	]);
	expect(fouten({ ...goed, begin: '' })[0]?.[0]).toBe('begin');
	for (const eind of ['13.00', '14.00'])
		expect(fouten({ ...goed, eind })).toEqual([
			['eind', 'Het eind moet na het begin komen. Kijk de tijden na.'],
		]);
	expect(fouten({ titel: '', datum: '' }).map(([field]) => field)).toEqual(['titel']);
	expect(fouten({ ...goed, datum: '31 juni 2096' })[0]?.[0]).toBe('datum');
	expect(fouten({ ...goed, titel: 'x'.repeat(201) })[0]?.[0]).toBe('titel');
});
