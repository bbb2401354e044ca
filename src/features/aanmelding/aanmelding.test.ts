import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PersoonActor, SysteemActor } from '#access/actor.ts';
import { afzegging, bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { legeStoel } from '#features/leeromgeving/tables.server.ts';
import { maakPersoon, metAccount, metRol } from '#features/persoon/test-wereld.ts';
import { blockPersoon } from '#features/persoon/toegang.write.server.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { answerByToken, openBestand, openGenodigde } from './open.server.ts';
import { listGenodigden, listKandidaten, mijnAntwoord } from './read.server.ts';
import { aanmelding, genodigde } from './tables.server.ts';
import { brieven, metAdres, plan, tokenVan } from './test-genodigden.ts';
import {
	copyGenodigden,
	createAntwoord,
	createAntwoordVoor,
	createGenodigden,
	removeGenodigde,
	sendAfzegging,
	sendWijziging,
} from './write.server.ts';

let systeem: SysteemActor;
let team: string;
let id: string;
let trekker: PersoonActor;
let joke: string;

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-06-01T10:00:00Z') });
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	trekker = maakLid(systeem, team, 'trekker');
	id = plan(systeem, team);
	joke = metAdres(systeem.werkplaatsId, 'Joke');
});
afterEach(() => {
	vi.useRealTimers();
});

const nodig = (...personen: string[]) =>
	createGenodigden(trekker, { bijeenkomstId: id, personen, tekst: '' });
const regelVan = (persoonId: string) =>
	listGenodigden(trekker, id).genodigden.find((regel) => regel.persoonId === persoonId)!;
const verzet = (volgnummer: number) =>
	db().update(bijeenkomst).set({ volgnummer }).where(eq(bijeenkomst.id, id)).run();
const zegAf = (reden = 'De zaal is dicht.') =>
	db().insert(afzegging).values({ bijeenkomstId: id, reden }).run();

test('who is asked gets one letter with the appointment, however often somebody is asked', () => {
	const zonder = maakPersoon(systeem.werkplaatsId, 'Gerard');
	expect(nodig(joke, zonder)).toEqual({ gemaild: 1, zonderAdres: 1 });
	expect(nodig(joke)).toEqual({ gemaild: 0, zonderAdres: 0 });
	const [brief, ...meer] = brieven();
	expect(meer).toEqual([]);
	expect(brief).toMatchObject({
		recipient: 'joke@voorbeeld.example',
		subject: 'Kom je naar De brief?',
	});
	expect(brief?.body).toContain('Vrijdag 11 juni 2027, 14.00 – 16.30 uur\nHuis van de Wijk');
	expect(brief?.body).toContain(`/a/${tokenVan(id, joke)}?antwoord=komt-niet`);
	expect(brief?.attachment).toMatchObject({
		name: 'bijeenkomst.ics',
		type: 'text/calendar; charset=utf-8; method=PUBLISH',
	});
	expect(brief?.attachment?.text).toContain(`UID:${id}@`);
	expect(listGenodigden(trekker, id).brieven).toMatchObject({
		gemaild: 1,
		teMailen: [],
		zonderAdres: [zonder],
	});
});

test('without a sure day there is a letter, and no appointment', () => {
	db()
		.update(bijeenkomst)
		.set({ datum: null, begin: '', eind: '' })
		.where(eq(bijeenkomst.id, id))
		.run();
	nodig(joke);
	expect(brieven()[0]).toMatchObject({ attachment: null });
	expect(brieven()[0]?.body).toContain('Datum nog onbekend');
	expect(brieven()[0]?.body).not.toContain('bijlage');
	expect(openBestand(tokenVan(id, joke))).toBeUndefined();
});

test('the link opens one answer, without log-in; looking changes nothing, and the hash is all that is kept', () => {
	nodig(joke);
	const token = tokenVan(id, joke);
	expect(openGenodigde(token)).toMatchObject({ naam: 'Joke', antwoord: null, dicht: '' });
	openBestand(token);
	expect(db().select().from(aanmelding).all()).toEqual([]);
	answerByToken(token, { antwoord: 'komt', toelichting: 'Ik kom iets later.' });
	expect(openGenodigde(token)).toMatchObject({
		antwoord: 'komt',
		toelichting: 'Ik kom iets later.',
	});
	expect(regelVan(joke)).toMatchObject({ antwoord: 'komt', via: '' });
	expect(JSON.stringify(db().select().from(genodigde).all())).not.toContain(token);
	expect(openGenodigde('niemand')).toBeNull();
	expect(() => answerByToken('niemand', { antwoord: 'komt', toelichting: '' })).toThrow(NotFound);
});

test('the last answer counts, the same one twice is one, and what was said before is kept', () => {
	nodig(joke);
	const token = tokenVan(id, joke);
	for (const antwoord of ['komt', 'komt', 'komt-niet'] as const)
		answerByToken(token, { antwoord, toelichting: '' });
	expect(regelVan(joke).antwoord).toBe('komt-niet');
	expect(db().select().from(aanmelding).all()).toHaveLength(2);
});

test('after the begin nobody signs up any more; who plans still writes down what was said', () => {
	nodig(joke);
	const token = tokenVan(id, joke);
	vi.setSystemTime(new Date('2027-06-11T12:00:00Z')); // 14.00 in Amsterdam
	expect(openGenodigde(token)?.dicht).toBe('Deze bijeenkomst is al begonnen.');
	expect(() => answerByToken(token, { antwoord: 'komt', toelichting: '' })).toThrow(Invalid);
	createAntwoordVoor(trekker, { bijeenkomstId: id, id: regelVan(joke).id, antwoord: 'komt-niet' });
	expect(regelVan(joke)).toMatchObject({ antwoord: 'komt-niet', via: 'trekker van het team' });
	vi.setSystemTime(new Date('2027-06-11T14:30:00Z'));
	expect(openGenodigde(token)?.dicht).toBe('Deze bijeenkomst is geweest.');
	expect(() => nodig(joke)).toThrow(Invalid);
});

test('who sits at the table, was asked, or may come because everybody may, answers alone', () => {
	const lid = maakLid(systeem, team, 'student');
	const observator = maakLid(systeem, team, 'procesobservator');
	const buiten = metRol(systeem.werkplaatsId, null);
	const komt = { bijeenkomstId: id, antwoord: 'komt', toelichting: '' } as const;
	createAntwoord(lid, komt);
	expect(mijnAntwoord(lid, id)).toMatchObject({ antwoord: 'komt', genodigd: true, dicht: '' });
	expect(mijnAntwoord(observator, id)).toBeNull();
	expect(() => createAntwoord(observator, komt)).toThrow(Forbidden);
	expect(() => createAntwoord(buiten, komt)).toThrow(NotFound);
	expect(() => createAntwoord(systeem, komt)).toThrow(Forbidden);
	db().update(bijeenkomst).set({ open: true }).where(eq(bijeenkomst.id, id)).run();
	createAntwoord(buiten, komt);
	expect(regelVan(buiten.persoonId)).toMatchObject({ antwoord: 'komt' });
	expect(() => listGenodigden(buiten, id)).toThrow(Forbidden);
	expect(brieven()).toEqual([]);
});

test('only who plans asks people, answers for them, or takes them off', () => {
	nodig(joke);
	const regel = { bijeenkomstId: id, id: regelVan(joke).id };
	for (const rol of ['student', 'agendalid', 'procesobservator'] as const) {
		const actor = maakLid(systeem, team, rol);
		expect(() =>
			createGenodigden(actor, { bijeenkomstId: id, personen: [joke], tekst: '' }),
		).toThrow(Forbidden);
		expect(() => createAntwoordVoor(actor, { ...regel, antwoord: 'komt' })).toThrow(Forbidden);
		expect(() => removeGenodigde(actor, regel)).toThrow(Forbidden);
		expect(() => listKandidaten(actor, id)).toThrow(Forbidden);
		expect(() => sendWijziging(actor, id)).toThrow(Forbidden);
		expect(() => sendAfzegging(actor, id)).toThrow(Forbidden);
		expect(listGenodigden(actor, id).may.invite).toBe(false);
	}
	const ander = plan(systeem, team, 'Een ander');
	expect(() =>
		createAntwoordVoor(trekker, { ...regel, bijeenkomstId: ander, antwoord: 'komt' }),
	).toThrow(NotFound);
});

test('a lid asks who is at the table; only who may know everybody asks others, and nobody of elsewhere', () => {
	const lid = maakLid(systeem, team, 'lid');
	const vraag = (actor: PersoonActor, wie: string) => () =>
		createGenodigden(actor, { bijeenkomstId: id, personen: [wie], tekst: '' });
	expect(
		listKandidaten(lid, id)
			.leden.map(({ naam }) => naam)
			.sort(),
	).toEqual(['lid van het team', 'trekker van het team']);
	expect(listKandidaten(lid, id).anderen).toEqual([]);
	expect(listKandidaten(trekker, id).anderen).toContainEqual({ id: joke, naam: 'Joke' });
	expect(vraag(lid, joke)).toThrow(Invalid);
	const elders = metAdres(testWerkplaats('Elders').werkplaatsId, 'Vreemd');
	expect(vraag(trekker, elders)).toThrow(Invalid);
	expect(brieven()).toEqual([]);
});

test('taken off, the link opens nothing; asked again, there is another link and no answer yet', () => {
	nodig(joke);
	const oud = tokenVan(id, joke);
	answerByToken(oud, { antwoord: 'komt', toelichting: '' });
	removeGenodigde(trekker, { bijeenkomstId: id, id: regelVan(joke).id });
	expect(openGenodigde(oud)).toBeNull();
	expect(listGenodigden(trekker, id).genodigden).toEqual([]);
	nodig(joke);
	expect(openGenodigde(oud)).toBeNull();
	expect(openGenodigde(tokenVan(id, joke))).toMatchObject({ antwoord: null });
	expect(brieven()).toHaveLength(2);
});

test('who was shut out gets no letter, and the link of before opens nothing', () => {
	const { persoonId } = metAccount(systeem.werkplaatsId, 'Ruben');
	nodig(persoonId);
	const token = tokenVan(id, persoonId);
	expect(openGenodigde(token)).not.toBeNull();
	blockPersoon(systeem, { persoonId, reden: '' });
	expect(openGenodigde(token)).toBeNull();
	verzet(1);
	expect(sendWijziging(trekker, id)).toEqual({ aantal: 0 });
	expect(brieven()).toHaveLength(1);
});

test('a change is told once to who had a letter, with a higher number for the same appointment', () => {
	const later = metAdres(systeem.werkplaatsId, 'Amina');
	nodig(joke);
	verzet(3);
	nodig(later);
	expect(listGenodigden(trekker, id).brieven).toMatchObject({ gemaild: 2, achter: 1 });
	expect(sendWijziging(trekker, id)).toEqual({ aantal: 1 });
	expect(sendWijziging(trekker, id)).toEqual({ aantal: 0 });
	const brief = brieven().at(-1);
	expect(brief).toMatchObject({
		recipient: 'joke@voorbeeld.example',
		subject: 'Gewijzigd: De brief',
	});
	expect(brief?.attachment?.text).toContain('SEQUENCE:3');
	expect(brief?.attachment?.text).toContain(`UID:${id}@`);
});

test('called off: who had a letter hears why, and the appointment leaves the calendar', () => {
	nodig(joke);
	expect(sendAfzegging(trekker, id)).toEqual({ aantal: 0 });
	verzet(1);
	zegAf('De zaal is dicht.');
	expect(sendAfzegging(trekker, id)).toEqual({ aantal: 1 });
	expect(sendAfzegging(trekker, id)).toEqual({ aantal: 0 });
	const brief = brieven().at(-1);
	expect(brief?.subject).toBe('Gaat niet door: De brief');
	expect(brief?.body).toContain('De reden: De zaal is dicht.');
	expect(brief?.attachment?.type).toContain('method=CANCEL');
	for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', `UID:${id}@`])
		expect(brief?.attachment?.text).toContain(line);
	expect(openGenodigde(tokenVan(id, joke))?.dicht).toBe('Deze bijeenkomst gaat niet door.');
});

test('nobody hears that it was called off once the day is over', () => {
	nodig(joke);
	verzet(1);
	zegAf();
	vi.setSystemTime(new Date('2027-06-12T10:00:00Z'));
	expect(sendAfzegging(trekker, id)).toEqual({ aantal: 0 });
	expect(sendWijziging(trekker, id)).toEqual({ aantal: 0 });
});

test('a copy asks the same people, and sends nothing by itself', () => {
	nodig(joke);
	const kopie = plan(systeem, team, 'Nog een keer');
	copyGenodigden(trekker, { van: id, naar: kopie });
	copyGenodigden(trekker, { van: id, naar: kopie });
	expect(brieven()).toHaveLength(1);
	expect(listGenodigden(trekker, kopie).brieven).toMatchObject({ gemaild: 0, teMailen: [joke] });
	expect(tokenVan(kopie, joke)).not.toBe(tokenVan(id, joke));
	createGenodigden(trekker, { bijeenkomstId: kopie, personen: [joke], tekst: '' });
	expect(brieven()).toHaveLength(2);
});

test('who comes is told by side, with the empty chairs; the side is that of the seat', () => {
	const lid = maakLid(systeem, team, 'lid');
	createAntwoord(lid, { bijeenkomstId: id, antwoord: 'komt', toelichting: '' });
	nodig(joke);
	db()
		.insert(legeStoel)
		.values({ leeromgevingId: team, wie: 'ondernemer', perspectief: 'ondernemer' })
		.run();
	const { komst } = listGenodigden(trekker, id);
	expect(komst).toMatchObject({ komt: 1, komtNiet: 0, nietGereageerd: 1 });
	expect(komst.perPerspectief).toEqual([{ perspectief: 'bewoner', komt: 1 }]);
	expect(komst.leeg).toContain('ondernemer');
	expect(komst.leeg).not.toContain('bewoner');
});

test('a bijeenkomst that was removed is gone for who holds a link too', () => {
	nodig(joke);
	const token = tokenVan(id, joke);
	removeBijeenkomst(systeem, id);
	expect(openGenodigde(token)).toBeNull();
	expect(openBestand(token)).toBeUndefined();
});
