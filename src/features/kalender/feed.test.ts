import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { NIEMAND, type SysteemActor } from '#access/actor.ts';
import { medeleeromgeving } from '#features/bijeenkomst/tables.server.ts';
import {
	createBijeenkomst,
	removeBijeenkomst,
	updateBijeenkomst,
} from '#features/bijeenkomst/write.server.ts';
import { wijzigingOf } from '#features/bijeenkomst/wijziging.server.ts';
import { datum, lid, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { createLidmaatschap } from '#features/leeromgeving/lid.write.server.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { metAccount } from '#features/persoon/test-wereld.ts';
import { blockPersoon } from '#features/persoon/toegang.write.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { today } from '#server/clock.ts';
import { plusDagen } from '#features/datum/kalender.ts';
import { toonDag } from '#features/datum/toon.ts';
import { audit } from '#server/tables.server.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, TooMany } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { forget } from '#server/singleton.ts';
import { feedFile } from './open.server.ts';
import { feedFor, teamfeedFor } from './read.server.ts';
import { agendafeed } from './tables.server.ts';
import {
	createFeed,
	createTeamfeed,
	removeFeed,
	renewFeed,
	renewTeamfeed,
} from './write.server.ts';

let systeem: SysteemActor;
let team: string;
let ander: string;
let joke: ReturnType<typeof metAccount>;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats('De werkplaats');
	team = maakTeam(systeem);
	ander = maakTeam(systeem, { naam: 'Een ander team', volgnummer: 2 });
	joke = metAccount(systeem.werkplaatsId, 'Joke');
	const spell = { leeromgevingId: team, persoonId: joke.persoonId, ...lid, van: '2018-01-01' };
	createLidmaatschap(systeem, spell);
});

const ikNu = () => loadActor(joke);
const over = (dagen: number) => datum(toonDag(plusDagen(today(), dagen)));

function plan(titel: string, leeromgevingId: string | null, dagen = 7) {
	const vast = { begin: '14.00', eind: '16.30', plaats: '' };
	return createBijeenkomst(systeem, { titel, leeromgevingId, datum: over(dagen), ...vast }).id;
}
const tokenOf = (url: string) => /\/agenda\/([\w-]{22})\/bijeenkomsten\.ics$/.exec(url)![1]!;
const geen = new Map<string, 'komt' | 'komt-niet'>();
const titels = (token: string, antwoorden = geen) =>
	[...(feedFile(token, () => antwoorden)?.text ?? '').matchAll(/^SUMMARY:(.*)\r$/gm)]
		.map(([, titel]) => titel)
		.sort();
const mijn = () => tokenOf(feedFor(ikNu())!.url);

test('has what my teams plan, and elsewhere only where I said to come', () => {
	createFeed(ikNu());
	plan('Van ons', team);
	const samen = plan('Samen', ander);
	db().insert(medeleeromgeving).values({ bijeenkomstId: samen, leeromgevingId: team }).run();
	plan('Van hen', ander);
	const allen = plan('Van allen', null);
	const nee = plan('Daar kan ik niet', team);
	plan('Lang geleden', team, -400);
	expect(titels(mijn())).toEqual(['Daar kan ik niet', 'Samen', 'Van ons']);
	const antwoorden = new Map<string, 'komt' | 'komt-niet'>([
		[allen, 'komt'],
		[nee, 'komt-niet'],
	]);
	expect(titels(mijn(), antwoorden)).toEqual(['Samen', 'Van allen', 'Van ons']);
});

test('says title, when, where and who comes together, and nothing of who they are', () => {
	createFeed(ikNu());
	plan('Van ons', team);
	const { text } = feedFile(mijn(), () => geen)!;
	expect(text).toContain('NAME:De werkplaats');
	expect(text).toContain('DESCRIPTION:Intergenerationele problematiek');
	expect(text).not.toContain('Joke');
});

test('follows what I may read today: who left a team, or is shut out, reads nothing along', () => {
	createFeed(ikNu());
	plan('Van ons', team);
	const token = mijn();
	const weg = plan('Weggehaald', team);
	removeBijeenkomst(systeem, weg);
	expect(titels(token)).toEqual(['Van ons']);
	db()
		.update(lidmaatschap)
		.set({ tot: plusDagen(today(), -1) })
		.run();
	expect(titels(token)).toEqual([]);
	blockPersoon(systeem, { persoonId: joke.persoonId, reden: '' });
	expect(feedFile(token, () => geen)).toBeUndefined();
});

test('a new address makes the old one nothing; what is kept opens no door', () => {
	expect(feedFor(ikNu())).toBeNull();
	createFeed(ikNu());
	const oud = mijn();
	createFeed(ikNu());
	expect(mijn()).toBe(oud);
	renewFeed(ikNu());
	const nieuw = mijn();
	expect(nieuw).not.toBe(oud);
	expect(feedFile(oud, () => geen)).toBeUndefined();
	expect(feedFile(nieuw, () => geen)).toBeDefined();
	const kept = JSON.stringify([
		db().select().from(agendafeed).all(),
		db().select().from(audit).all(),
	]);
	expect(kept).not.toContain(oud);
	expect(kept).not.toContain(nieuw);
	removeFeed(ikNu());
	expect(feedFor(ikNu())).toBeNull();
	expect(feedFile(nieuw, () => geen)).toBeUndefined();
	expect(feedFile('', () => geen)).toBeUndefined();
});

test('under another key of the installation there is no address until somebody makes one', () => {
	createFeed(ikNu());
	const oud = mijn();
	forget('app-key');
	setConfig({ APP_KEY: randomBytes(32).toString('base64') });
	expect(feedFor(ikNu())).toBeNull();
	expect(feedFile(oud, () => geen)).toBeUndefined();
	createFeed(ikNu());
	expect(feedFile(mijn(), () => geen)).toBeDefined();
	forget('app-key');
	setConfig({});
});

test('is for oneself: the program and nobody have none', () => {
	for (const actor of [systeem, NIEMAND]) {
		expect(() => feedFor(actor)).toThrow(Forbidden);
		expect(() => createFeed(actor)).toThrow(Forbidden);
		expect(() => renewFeed(actor)).toThrow(Forbidden);
		expect(() => removeFeed(actor)).toThrow(Forbidden);
	}
});

test('asked again it says whether anything changed', () => {
	createFeed(ikNu());
	const id = plan('Van ons', team);
	const eerst = feedFile(mijn(), () => geen)!;
	expect(feedFile(mijn(), () => geen)!.etag).toBe(eerst.etag);
	updateBijeenkomst(systeem, { ...wijzigingOf(systeem, id), id, begin: '15.00' });
	const daarna = feedFile(mijn(), () => geen)!;
	expect(daarna.etag).not.toBe(eerst.etag);
	expect(daarna.text).toContain('SEQUENCE:1');
});

test('one address is asked so often and no more; those of others go on', () => {
	setConfig({ LIMIT_FEEDS: '2' });
	createFeed(ikNu());
	createTeamfeed(systeem, team);
	const vraag = () => feedFile(mijn(), () => geen);
	expect([vraag(), vraag()].every(Boolean)).toBe(true);
	expect(vraag).toThrow(TooMany);
	const vanTeam = tokenOf(teamfeedFor(systeem, team).adres!.url);
	expect(feedFile(vanTeam, () => geen)).toBeDefined();
	setConfig({});
});

test('of a team: what it plans, made and renewed by who leads it, seen by who is in it', () => {
	const trekker = maakLid(systeem, team, 'trekker');
	const student = maakLid(systeem, team, 'student');
	const observator = maakLid(systeem, team, 'procesobservator');
	const buiten = maakLid(systeem, ander, 'trekker');
	for (const actor of [student, observator, buiten]) {
		expect(() => createTeamfeed(actor, team)).toThrow(Forbidden);
		expect(() => renewTeamfeed(actor, team)).toThrow(Forbidden);
	}
	createTeamfeed(trekker, team);
	createTeamfeed(trekker, team);
	const { adres, may } = teamfeedFor(student, team);
	expect(may.renew).toBe(false);
	expect(() => teamfeedFor(buiten, team)).toThrow(Forbidden);
	plan('Van ons', team);
	plan('Van hen', ander);
	expect(titels(tokenOf(adres!.url))).toEqual(['Van ons']);
	renewTeamfeed(trekker, team);
	expect(feedFile(tokenOf(adres!.url), () => geen)).toBeUndefined();
	expect(titels(tokenOf(teamfeedFor(student, team).adres!.url))).toEqual(['Van ons']);
	const rows = db().select().from(agendafeed).where(eq(agendafeed.leeromgevingId, team)).all();
	expect(rows.filter(({ ingetrokkenOp }) => ingetrokkenOp === null)).toHaveLength(1);
});
