import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { mayPublish, mayReadInschrijvingen } from '#access/kenniscafe.ts';
import { mayReadBijeenkomst } from '#access/bijeenkomst.ts';
import { mayMail } from '#features/account/bewijs.server.ts';
import { afzegging, bijeenkomst, medeorganisator } from '#features/bijeenkomst/tables.server.ts';
import { plusDagen } from '#features/datum/kalender.ts';
import { toonDag } from '#features/datum/toon.ts';
import { datum, iedereen, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid, NotFound, TooMany } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { forgetRates } from '#server/limits.ts';
import { secretFor } from '#server/secrets.ts';
import { mail } from '#server/tables.server.ts';
import { detailBladzijde, listInschrijvingen } from './bladzijde.read.server.ts';
import {
	publishBladzijde,
	removeInschrijving,
	sendBezoekers,
	updateBladzijde,
	withdrawBladzijde,
} from './bladzijde.write.server.ts';
import { BladzijdeInput, InschrijvingInput } from './input.ts';
import { wisInschrijvingen } from './jobs.server.ts';
import {
	afmelden,
	createInschrijving,
	listOpenbaar,
	openAgendabestand,
	openBladzijde,
	openPlek,
} from './open.server.ts';
import { inschrijving, openbareBladzijde } from './tables.server.ts';

let systeem: SysteemActor;
let team: string;
let id: string;

const STRAKS = plusDagen(today(), 7);
const feiten = {
	titel: 'geheime titel',
	omschrijving: 'geheime omschrijving',
	datum: datum(toonDag(STRAKS)),
	begin: '15.00',
	eind: '17.00',
	plaats: 'Huis van de Wijk',
	gemeente: 'Rotterdam',
	aantal: 30,
};
const velden = (part: Record<string, string> = {}) =>
	v.parse(BladzijdeInput, {
		titel: 'De brief in de la',
		toontPlaats: 'ja',
		aanmeldenTot: toonDag(STRAKS),
		...part,
	});
const publiceer = (part: Record<string, string> = {}) =>
	publishBladzijde(systeem, { id, ...velden(part) });
const meldAan = (part: Record<string, string> = {}, address = 'a') =>
	createInschrijving(
		'de-brief-in-de-la',
		v.parse(InschrijvingInput, { categorie: 'bewoner', ...part }),
		address,
	).token;
const zet = (values: Partial<typeof bijeenkomst.$inferInsert>) =>
	db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
const brieven = () =>
	db()
		.select()
		.from(mail)
		.all()
		.map(({ recipient, subject }) => [recipient, subject]);

beforeEach(() => {
	freshDb();
	forgetRates();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	const { werkplaatsId } = systeem;
	const values = {
		...feiten,
		werkplaatsId,
		leeromgevingId: team,
		soort: 'open',
		open: true,
	} as const;
	id = db().insert(bijeenkomst).values(values).returning({ id: bijeenkomst.id }).get().id;
});
afterEach(() => {
	vi.useRealTimers();
	setConfig({});
});

describe('what everybody may read', () => {
	test('is what was chosen, and no more', () => {
		db().insert(medeorganisator).values({ bijeenkomstId: id, naam: 'studenten SJD' }).run();
		publiceer({ toontPlaats: '' });
		const gezien = openBladzijde('de-brief-in-de-la');
		expect(JSON.stringify(gezien)).not.toMatch(/geheim|Huis|Rotterdam|studenten|Intergen/);
		expect(openAgendabestand('de-brief-in-de-la')).not.toMatch(/geheim|Huis|Intergen/);
		expect(gezien).toMatchObject({
			titel: 'De brief in de la',
			tijden: '15.00 – 17.00 uur',
			soort: 'kenniscafé',
			plaats: '',
			organisatoren: [],
			aantal: '',
			aanmelden: 'open',
		});
		publiceer({ toontOrganisatoren: 'ja', toontAantal: 'ja' });
		expect(openBladzijde('de-brief-in-de-la')).toMatchObject({
			plaats: 'Huis van de Wijk, Rotterdam',
			organisatoren: ['Intergenerationele problematiek', 'studenten SJD'],
			aantal: '30',
		});
	});
	test('is there from publishing until it is withdrawn, removed or closed', () => {
		const er = () => listOpenbaar().komend.length;
		updateBladzijde(systeem, { id, ...velden() });
		expect(er()).toBe(0);
		expect(detailBladzijde(systeem, id)).toMatchObject({ bewaard: true, isGepubliceerd: false });
		publiceer();
		expect(er()).toBe(1);
		withdrawBladzijde(systeem, id);
		expect(er()).toBe(0);
		expect(() => openBladzijde('de-brief-in-de-la')).toThrow(NotFound);
		publiceer();
		zet({ open: false });
		expect(() => meldAan()).toThrow(NotFound);
		expect(() => publiceer()).toThrow(Invalid);
		zet({ open: true, weggehaaldOp: new Date() });
		expect(er()).toBe(0);
	});
	test('has an address of its own, and a file for a calendar that tells as much', () => {
		publiceer();
		const ander = { ...feiten, werkplaatsId: systeem.werkplaatsId, open: true };
		const tweede = db().insert(bijeenkomst).values(ander).returning().get().id;
		publishBladzijde(systeem, { id: tweede, ...velden({ titel: 'De brief in de la!' }) });
		expect(listOpenbaar().komend.map(({ pad }) => pad)).toEqual([
			'de-brief-in-de-la',
			'de-brief-in-de-la-2',
		]);
		const bestand = openAgendabestand('de-brief-in-de-la');
		expect(bestand).toContain('SUMMARY:De brief in de la');
		expect(bestand).toContain('LOCATION:Huis van de Wijk\\, Rotterdam');
		expect(bestand).not.toContain('geheim');
		zet({ datum: null });
		expect(() => openAgendabestand('de-brief-in-de-la')).toThrow(NotFound);
	});
	test('says until when, on one day before it is', () => {
		const met = (aanmeldenTot: string) => () => publiceer({ aanmeldenTot });
		expect(met(toonDag(plusDagen(STRAKS, 1)))).toThrow(Invalid);
		expect(v.safeParse(BladzijdeInput, { titel: 'x', aanmeldenTot: 'juni 2090' }).success).toBe(
			false,
		);
		expect(v.safeParse(BladzijdeInput, { titel: 'x', capaciteit: '0' }).success).toBe(false);
		zet({ datum: null });
		expect(met(toonDag(STRAKS))).toThrow(Invalid);
		met('')();
		expect(openBladzijde('de-brief-in-de-la')).toMatchObject({ aanmelden: 'niet' });
		expect(() => meldAan()).toThrow(Invalid);
	});
});

describe('a place', () => {
	test('is asked for from one side, and no other than there are', () => {
		for (const velden of [{}, { categorie: 'koning' }])
			expect(v.safeParse(InschrijvingInput, velden).issues?.map((i) => i.message)).toEqual([
				'Kies vanuit welke rol je komt.',
			]);
	});
	test('needs a category and nothing else; who comes too late waits, in order', () => {
		publiceer({ capaciteit: '2' });
		const [a, b, c, d] = [meldAan(), meldAan(), meldAan({ email: 'c@voorbeeld.nl' }), meldAan()];
		expect([a, b, c, d].map((token) => [openPlek(token).staat, openPlek(token).plaats])).toEqual([
			['geplaatst', 0],
			['geplaatst', 0],
			['wacht', 1],
			['wacht', 2],
		]);
		expect(openBladzijde('de-brief-in-de-la').vol).toBe(true);
		expect(brieven()).toEqual([['c@voorbeeld.nl', 'Je staat op de wachtlijst: De brief in de la']]);
		afmelden(a);
		afmelden(a);
		expect(openPlek(a)).toMatchObject({ staat: 'afgemeld', kanAfmelden: false });
		expect([c, d].map((token) => openPlek(token).staat)).toEqual(['geplaatst', 'wacht']);
		expect(brieven().slice(1)).toEqual([
			['c@voorbeeld.nl', 'Er is een plek voor je: De brief in de la'],
		]);
		publiceer({ capaciteit: '3' });
		expect(openPlek(d).staat).toBe('geplaatst');
		publiceer({ capaciteit: '1' });
		expect([b, c, d].map((token) => openPlek(token).staat)).toEqual(Array(3).fill('geplaatst'));
	});
	test('goes with all that was told, by oneself and by who makes the bijeenkomst', () => {
		publiceer({ capaciteit: '1' });
		const wie = { naam: 'Noor', email: 'noor@voorbeeld.nl', organisatie: 'WMO-raad' };
		const token = meldAan(wie);
		const volgende = meldAan();
		const [rij] = listInschrijvingen(systeem, id).komt;
		expect(rij).toMatchObject(wie);
		removeInschrijving(systeem, { id: rij!.id, bijeenkomstId: id });
		expect(
			db().select().from(inschrijving).where(eq(inschrijving.id, rij!.id)).get(),
		).toMatchObject({
			naam: '',
			email: '',
			organisatie: '',
			categorie: 'bewoner',
		});
		expect(openPlek(token).staat).toBe('afgemeld');
		expect(openPlek(volgende).staat).toBe('geplaatst');
		expect(() => openPlek('onbekend')).toThrow(NotFound);
		const { geheim, ...plek } = createInschrijving(
			'de-brief-in-de-la',
			{ categorie: 'bewoner', naam: '', email: '', organisatie: '' },
			'a',
		);
		expect(secretFor(geheim.purpose, geheim.id)).toBe(plek.token);
		expect(() => removeInschrijving(systeem, { id: 'x', bijeenkomstId: id })).toThrow(NotFound);
	});
	test('cannot be asked for when it is over or called off, nor by the hundred', () => {
		publiceer();
		for (let n = 0; n < 60; n++) meldAan({}, 'school');
		expect(() => meldAan({}, 'school')).toThrow(TooMany);
		const token = meldAan({ email: 'a@voorbeeld.nl' }, 'thuis');
		db().insert(afzegging).values({ bijeenkomstId: id, reden: 'geheim' }).run();
		expect(() => meldAan({}, 'ergens')).toThrow('invalid input');
		expect(JSON.stringify(openBladzijde('de-brief-in-de-la'))).not.toContain('geheim');
		expect(openPlek(token).kanAfmelden).toBe(false);
		expect(sendBezoekers(systeem, { id, wat: 'afgezegd' })).toEqual({ aantal: 1 });
		expect(brieven().at(-1)).toEqual(['a@voorbeeld.nl', 'Gaat niet door: De brief in de la']);
	});
	test('that came free while it was called off goes to who waits, not to who comes last', () => {
		publiceer({ capaciteit: '1' });
		const [eerste, wacht] = [meldAan(), meldAan()];
		db().insert(afzegging).values({ bijeenkomstId: id, reden: 'Ziek' }).run();
		afmelden(eerste);
		db().delete(afzegging).run();
		const laatst = meldAan();
		expect([wacht, laatst].map((token) => openPlek(token).staat)).toEqual(['geplaatst', 'wacht']);
	});
	test('that came free meanwhile is given as soon as it goes on after all', () => {
		publiceer({ capaciteit: '1' });
		const [eerste, wacht] = [meldAan(), meldAan()];
		db().insert(afzegging).values({ bijeenkomstId: id, reden: 'Ziek' }).run();
		afmelden(eerste);
		db().delete(afzegging).run();
		sendBezoekers(systeem, { id, wat: 'gewijzigd' });
		expect(openPlek(wacht).staat).toBe('geplaatst');
	});
	test('is not given, nor asked for, when it is over that day', () => {
		vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${STRAKS}T11:00:00Z`) });
		publiceer({ capaciteit: '1' });
		const [eerste] = [meldAan(), meldAan({ email: 'wacht@voorbeeld.nl' })];
		vi.setSystemTime(new Date(`${STRAKS}T20:00:00Z`));
		expect(() => meldAan()).toThrow(Invalid);
		expect(() => afmelden(eerste)).toThrow(Invalid);
		expect(openPlek(eerste)).toMatchObject({
			...{ staat: 'geplaatst', kanAfmelden: false },
			dicht: 'Deze bijeenkomst is geweest.',
		});
		expect(brieven()).toHaveLength(1);
		expect(listOpenbaar()).toMatchObject({ komend: [], geweest: [{ aanmelden: 'voorbij' }] });
		expect(sendBezoekers(systeem, { id, wat: 'gewijzigd' })).toEqual({ aantal: 0 });
	});
	test('of many is told to each that it does not go on, and nobody else waits for mail', () => {
		setConfig({ LIMIT_MAILS_TOTAL: '5' });
		publiceer();
		for (let n = 0; n < 8; n++) meldAan({ email: `b${n}@voorbeeld.nl` });
		expect(brieven()).toHaveLength(5);
		expect(mayMail('iemand@voorbeeld.nl')).toBe(true);
		expect(sendBezoekers(systeem, { id, wat: 'afgezegd' })).toEqual({ aantal: 8 });
		expect(brieven().filter(([, over]) => over?.startsWith('Gaat niet door'))).toHaveLength(8);
	});
	test('does not fill the box of somebody who never asked', () => {
		publiceer({ capaciteit: '1' });
		for (let n = 0; n < 9; n++) meldAan({ email: 'slachtoffer@voorbeeld.nl' });
		expect(brieven()).toHaveLength(3);
		publiceer({ capaciteit: '9' });
		expect(brieven()).toHaveLength(6);
		expect(sendBezoekers(systeem, { id, wat: 'gewijzigd' })).toEqual({ aantal: 3 });
		expect(brieven()).toHaveLength(9);
		// their own link to log in still comes
		expect(mayMail('slachtoffer@voorbeeld.nl')).toBe(true);
	});
	test('forgets who it was after thirty days', () => {
		publiceer();
		meldAan({ naam: 'Noor', email: 'noor@voorbeeld.nl' });
		const naam = () => db().select().from(inschrijving).get()!.naam;
		zet({ datum: datum(toonDag(plusDagen(today(), -30))) });
		wisInschrijvingen();
		expect(naam()).toBe('Noor');
		zet({ datum: datum(toonDag(plusDagen(today(), -31))) });
		wisInschrijvingen();
		expect(naam()).toBe('');
	});
});

test('each does what the rule says, and nothing is stored of who may not', () => {
	const facts = {
		werkplaatsId: systeem.werkplaatsId,
		leeromgevingIds: [team],
		door: null,
		open: true,
	};
	for (const actor of iedereen(systeem, team)) {
		expect(mayReadBijeenkomst(actor, facts)).toBe(true);
		const kijk = () => listInschrijvingen(actor, id);
		if (mayReadInschrijvingen(actor, facts)) expect(kijk).not.toThrow();
		else expect(kijk).toThrow(Forbidden);
		const maak = () => publishBladzijde(actor, { id, ...velden() });
		if (mayPublish(actor, facts)) expect(maak).not.toThrow();
		else expect(maak).toThrow(Forbidden);
		expect(db().select().from(openbareBladzijde).all()).toHaveLength(
			mayPublish(actor, facts) ? 1 : 0,
		);
		db().delete(openbareBladzijde).run();
	}
	const elders = testWerkplaats('Werkplaats Noord');
	expect(() => detailBladzijde(elders, id)).toThrow(NotFound);
});
