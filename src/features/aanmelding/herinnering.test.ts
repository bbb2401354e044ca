import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { afzegging, bijeenkomst, dagdeel } from '#features/bijeenkomst/tables.server.ts';
import { datum, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { sendHerinneringen } from './jobs.server.ts';
import { answerByToken } from './open.server.ts';
import { brieven, metAdres, plan, tokenVan } from './test-genodigden.ts';
import { createGenodigden, sendWijziging } from './write.server.ts';

let systeem: SysteemActor;
let id: string;
let wie: string[];

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-06-01T10:00:00Z') });
	systeem = testWerkplaats();
	id = plan(systeem, maakTeam(systeem));
	wie = ['Joke', 'Amina', 'Tygo'].map((naam) => metAdres(systeem.werkplaatsId, naam));
	createGenodigden(systeem, { bijeenkomstId: id, personen: wie, tekst: '' });
});
afterEach(() => {
	vi.useRealTimers();
});

const zet = (values: Partial<typeof bijeenkomst.$inferInsert>) =>
	db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
/** Who is reminded when it is nine o'clock on this day. */
function op(dag: string): string[] {
	const before = brieven().length;
	vi.setSystemTime(new Date(`${dag}T07:00:00Z`));
	sendHerinneringen();
	return brieven()
		.slice(before)
		.map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject}`)
		.sort();
}

test('the day before, once, for who comes or did not say', () => {
	answerByToken(tokenVan(id, wie[0]!), { antwoord: 'komt', toelichting: '' });
	answerByToken(tokenVan(id, wie[1]!), { antwoord: 'komt-niet', toelichting: '' });
	expect(op('2027-06-09')).toEqual([]);
	expect(op('2027-06-10')).toEqual(['joke: Morgen: De brief', 'tygo: Morgen: De brief']);
	expect(op('2027-06-10')).toEqual([]);
	expect(op('2027-06-11')).toEqual([]);
	const naar = (wie: string) =>
		brieven().findLast(({ recipient }) => recipient.startsWith(wie))?.body;
	const [aanJoke, aanTygo] = [naar('joke'), naar('tygo')];
	expect(aanJoke).toContain('Je gaf aan dat je komt.');
	expect(aanJoke).not.toContain('Ik kom:');
	expect(aanTygo).toContain('We weten nog niet of je komt.');
});

test('nothing about what was called off, removed, or has no sure day', () => {
	db().insert(afzegging).values({ bijeenkomstId: id, reden: 'Ziek' }).run();
	expect(op('2027-06-10')).toEqual([]);
	db().update(afzegging).set({ ingetrokkenOp: new Date() }).run();
	zet({ weggehaaldOp: new Date() });
	expect(op('2027-06-10')).toEqual([]);
	zet({ weggehaaldOp: null, datum: datum('juni 2027') });
	expect(op('2027-06-10')).toEqual([]);
});

test('of several days, the first is announced', () => {
	for (const dag of ['2027-07-03', '2027-07-02'])
		db().insert(dagdeel).values({ bijeenkomstId: id, dag, begin: '10.00', eind: '12.00' }).run();
	expect(op('2027-06-10')).toEqual([]);
	expect(op('2027-07-01')).toHaveLength(3);
	expect(op('2027-07-02')).toEqual([]);
});

test('moved after the reminder: who was told of it is reminded of the new day', () => {
	expect(op('2027-06-10')).toHaveLength(3);
	zet({ datum: datum('18 juni 2027'), volgnummer: 1 });
	expect(sendWijziging(systeem, id)).toEqual({ aantal: 3 });
	expect(op('2027-06-17')).toHaveLength(3);
});

test('days are compared, not hours: also when the clock changes in the night between', () => {
	for (const [dag, voor] of [
		['28 maart 2027', '2027-03-27'],
		['31 oktober 2027', '2027-10-30'],
	] as const) {
		vi.setSystemTime(new Date('2027-01-01T10:00:00Z'));
		id = plan(systeem, null, dag);
		zet({ datum: datum(dag) });
		createGenodigden(systeem, { bijeenkomstId: id, personen: wie, tekst: '' });
		expect(op(voor)).toContain(`joke: Morgen: ${dag}`);
	}
});
