import { safeParse } from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NIEMAND, type Actor, type SysteemActor } from '#access/actor.ts';
import { afzegging, dagdeel } from '#features/bijeenkomst/tables.server.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid, NotFound } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { codeVan } from './code.read.server.ts';
import { createCode, withdrawCode } from './code.write.server.ts';
import { BezoekerInput, GEEN_NAAM } from './gast.input.ts';
import { checkIn, leaveEarly, undoCheckIn, WAAROM } from './gast.server.ts';
import { findCode, openCode } from './open.server.ts';
import { addRegel, regelsOf } from './rows.server.ts';
import { presentiebevestiging, presentiespoor } from './tables.server.ts';

let systeem: SysteemActor;
let team: string;
let id: string;
let token: string;
let cijfers: string;

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-11T12:05:00Z') });
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	id = maakBijeenkomst(systeem, team, { dag: '11 juni 2026' });
	({ token, cijfers } = openEen());
});
afterEach(() => {
	vi.useRealTimers();
	setConfig({});
});

function openEen(vervangt = '') {
	createCode(systeem, { bijeenkomstId: id, vervangt });
	const code = codeVan(systeem, id)!;
	return { id: code.id, token: code.url.split('/').at(-1)!, cijfers: code.cijfers };
}
const at = (nu: string) => vi.setSystemTime(new Date(`2026-06-11T${nu}Z`));
const phone = (gast: string) => ({ actor: NIEMAND, gast, address: `van-${gast}` });
const as = (actor: Actor) => ({ actor, gast: '', address: 'ergens' });
const fatima = { voornaam: 'Fatima', organisatie: '', perspectief: 'bewoner' } as const;
const joke = { voornaam: 'Joke', organisatie: 'SOL', perspectief: 'sociaal-werk' } as const;
const zegt = (gast: string) => openCode(token, phone(gast));
const errorsOf = (run: () => void) => {
	try {
		run();
	} catch (error) {
		if (error instanceof Invalid) return error.errors;
		throw error;
	}
	return {};
};

describe('a guest', () => {
	test('stands on the list by a name alone, and a reload leads straight back in', () => {
		expect(zegt('telefoon')).toMatchObject({ staat: 'open', titel: 'De brief', ik: null });
		checkIn(token, fatima, phone('telefoon'));
		expect(regelsOf(id)).toMatchObject([
			{ naam: 'Fatima', persoonId: null, perspectief: 'bewoner', bron: 'gast', van: '', tot: '' },
		]);
		expect(zegt('telefoon')).toMatchObject({ ik: { naam: 'Fatima', organisatie: '' } });
		expect(JSON.stringify(regelsOf(id))).not.toContain('telefoon');
	});
	test('on one phone stands there once, as they said last', () => {
		checkIn(token, fatima, phone('telefoon'));
		checkIn(token, fatima, phone('telefoon'));
		checkIn(token, { ...joke, voornaam: 'Fatima' }, phone('telefoon'));
		expect(regelsOf(id)).toMatchObject([
			{ naam: 'Fatima', perspectief: 'sociaal-werk', organisatieId: null, organisatieNaam: 'SOL' },
		]);
	});
	test('with the cookie of another phone, a made up one or none is somebody else', () => {
		checkIn(token, fatima, phone('telefoon'));
		for (const gast of ['anders', '', 'x'.repeat(4000)]) {
			expect(zegt(gast)).toMatchObject({ ik: null });
			expect(() => undoCheckIn(token, { wat: 'erbij' }, phone(gast))).toThrow(NotFound);
			expect(() => leaveEarly(token, phone(gast))).toThrow(NotFound);
		}
		expect(regelsOf(id)).toHaveLength(1);
		expect(JSON.stringify(zegt('anders'))).not.toContain('Fatima');
	});
	test('takes it back, and comes all the same', () => {
		checkIn(token, fatima, phone('telefoon'));
		undoCheckIn(token, { wat: 'erbij' }, phone('telefoon'));
		expect(regelsOf(id)).toHaveLength(0);
		expect(zegt('telefoon')).toMatchObject({ ik: null });
		undoCheckIn(token, { wat: 'erbij' }, phone('telefoon'));
		leaveEarly(token, phone('telefoon'));
		expect(regelsOf(id)).toHaveLength(0);
		checkIn(token, { ...fatima, voornaam: 'Fatima B.' }, phone('telefoon'));
		expect(regelsOf(id)).toMatchObject([{ naam: 'Fatima B.' }]);
	});
	test('leaves early with a trace, and not before it began or after it ended', () => {
		at('11:50:00');
		checkIn(token, fatima, phone('telefoon'));
		expect(() => leaveEarly(token, phone('telefoon'))).toThrow(Invalid);
		at('13:40:00');
		leaveEarly(token, phone('telefoon'));
		expect(regelsOf(id)).toMatchObject([{ tot: '15.40' }]);
		expect(db().select().from(presentiespoor).all()).toMatchObject([
			{ veld: 'tot', was: '', werd: '15.40', door: null },
		]);
		for (let n = 0; n < 2; n++) undoCheckIn(token, { wat: 'weg' }, phone('telefoon'));
		expect(regelsOf(id)).toMatchObject([{ tot: '' }]);
		at('14:35:00');
		leaveEarly(token, phone('telefoon'));
		expect(regelsOf(id)).toMatchObject([{ tot: '' }]);
	});
	test('needs a name, and a place on the list', () => {
		const { voornaam: _, ...naamloos } = fatima;
		expect(errorsOf(() => checkIn(token, naamloos, phone('a')))).toEqual({ voornaam: GEEN_NAAM });
		const leeg = safeParse(BezoekerInput, { voornaam: ' ', organisatie: '' }).issues;
		expect(leeg?.map(({ message }) => message)).toEqual([GEEN_NAAM, 'Kies wie je hier bent.']);
		expect(safeParse(BezoekerInput, { perspectief: 'bewoner' }).success).toBe(true);
		setConfig({ LIMIT_GASTEN_PER_BIJEENKOMST: '5' });
		for (let n = 0; n < 5; n++) checkIn(token, fatima, phone(`telefoon ${n}`));
		expect(errorsOf(() => checkIn(token, fatima, phone('nog een')))['']).toMatch(/vol/);
		// who is in, stays in
		checkIn(token, fatima, phone('telefoon 3'));
		// who gave the place away does not get it back over who took it
		undoCheckIn(token, { wat: 'erbij' }, phone('telefoon 3'));
		checkIn(token, joke, phone('nog een'));
		expect(errorsOf(() => checkIn(token, fatima, phone('telefoon 3')))['']).toMatch(/vol/);
	});
	test('of a bijeenkomst of two days comes in each day, and stands in the part at hand', () => {
		const dagen = ['2026-06-11', '2026-06-12'].map((dag) => ({
			...{ bijeenkomstId: id, dag, begin: '14.00', eind: '16.00' },
		}));
		const [een, twee] = db().insert(dagdeel).values(dagen).returning().all();
		checkIn(token, fatima, phone('telefoon'));
		vi.setSystemTime(new Date('2026-06-12T12:05:00Z'));
		const { token: morgen } = openEen();
		expect(openCode(morgen, phone('telefoon'))).toMatchObject({ staat: 'open', ik: null });
		checkIn(morgen, fatima, phone('telefoon'));
		expect(regelsOf(id).map(({ dagdeelId }) => dagdeelId)).toEqual([een!.id, twee!.id]);
	});
	test('of three at the same second each stands there', () => {
		for (const gast of ['een', 'twee', 'drie'])
			checkIn(token, { ...fatima, voornaam: gast }, phone(gast));
		expect(regelsOf(id).map(({ naam }) => naam)).toHaveLength(3);
	});
});

describe('who is logged in', () => {
	test('comes in under the own name, also by three ways at once, and says who they are today', () => {
		const lid = maakLid(systeem, team, 'lid');
		expect(openCode(token, as(lid))).toMatchObject({ zelf: { perspectief: 'bewoner' } });
		const { werkplaatsId } = systeem;
		addRegel({
			werkplaatsId,
			bijeenkomstId: id,
			persoonId: lid.persoonId,
			naam: 'Lid',
			perspectief: 'bewoner',
			status: 'afgemeld',
			bron: 'lijst',
		});
		for (let n = 0; n < 3; n++) checkIn(token, { ...joke, voornaam: 'Iemand anders' }, as(lid));
		expect(regelsOf(id)).toMatchObject([
			{ naam: 'Lid', perspectief: 'sociaal-werk', organisatieNaam: 'SOL', status: 'aanwezig' },
		]);
		expect(() => undoCheckIn(token, { wat: 'erbij' }, as(lid))).toThrow(NotFound);
	});
	test('without a seat there, the code is the invitation; from elsewhere it is a guest', () => {
		const collega = metRol(systeem.werkplaatsId, 'lector');
		checkIn(token, fatima, as(collega));
		expect(regelsOf(id)).toMatchObject([{ persoonId: collega.persoonId, bron: 'code' }]);
		undoCheckIn(token, { wat: 'erbij' }, as(collega));
		expect(regelsOf(id)).toHaveLength(0);
		const vreemd = metRol(testWerkplaats('Elders').werkplaatsId, 'lector');
		expect(openCode(token, as(vreemd))).toMatchObject({ zelf: null });
		checkIn(token, fatima, { ...as(vreemd), gast: 'telefoon' });
		expect(regelsOf(id)).toMatchObject([{ persoonId: null, naam: 'Fatima', bron: 'gast' }]);
	});
	test('from elsewhere, two without a cookie are not one', () => {
		const vreemd = metRol(testWerkplaats('Elders').werkplaatsId, 'lector');
		for (const gast of [fatima, joke]) checkIn(token, gast, as(vreemd));
		expect(regelsOf(id).map(({ naam }) => naam)).toEqual(['Fatima', 'Joke']);
	});
});

describe('a code that lets nobody in', () => {
	test('is over, was renewed, or comes too early', () => {
		checkIn(token, fatima, phone('binnen'));
		const waarom = (nieuw: string) => [
			errorsOf(() => checkIn(token, fatima, phone(nieuw)))[''],
			openCode(token, phone(nieuw)).staat,
		];
		at('14:46:00');
		expect(waarom('te laat')).toEqual([WAAROM.voorbij, 'voorbij']);
		expect(zegt('binnen')).toMatchObject({ staat: 'voorbij', ik: { naam: 'Fatima' } });
		at('12:30:00');
		withdrawCode(systeem, { bijeenkomstId: id });
		expect(waarom('dicht')).toEqual([WAAROM.vervangen, 'vervangen']);
		vi.setSystemTime(new Date('2026-06-10T20:00:00Z'));
		({ token } = openEen());
		expect(waarom('te vroeg')).toEqual([WAAROM.straks, 'straks']);
		expect(regelsOf(id)).toHaveLength(1);
	});
	test('is of a list that was confirmed, or of what does not go on', () => {
		db().insert(afzegging).values({ bijeenkomstId: id, reden: 'Ziek' }).run();
		expect(openCode(token, phone('a')).staat).toBe('voorbij');
		db().delete(afzegging).run();
		const { werkplaatsId } = systeem;
		checkIn(token, fatima, phone('a'));
		db().insert(presentiebevestiging).values({ bijeenkomstId: id, werkplaatsId, hash: '' }).run();
		expect(zegt('a')).toMatchObject({ staat: 'voorbij', los: false, ik: { naam: 'Fatima' } });
		expect(() => undoCheckIn(token, { wat: 'erbij' }, phone('a'))).toThrow(Invalid);
		expect(() => checkIn(token, fatima, phone('b'))).toThrow(Invalid);
	});
	test('is one that nobody knows, or of what was removed', () => {
		expect(openCode('x', phone('a'))).toEqual({ staat: 'onbekend' });
		removeBijeenkomst(systeem, id);
		expect(openCode(token, phone('a'))).toEqual({ staat: 'onbekend' });
		expect(errorsOf(() => checkIn(token, fatima, phone('a')))['']).toBe(WAAROM.voorbij);
	});
});

describe('typing a code', () => {
	const FOUT = { code: 'Deze code klopt niet of is verlopen. Vraag de begeleider om de code.' };
	const refused = (typed: string, address: string) =>
		findCode(typed, address).then(
			() => 'let in',
			(error: Invalid) => error.errors,
		);

	test('leads to its page, with or without spaces', async () => {
		expect(await findCode(cijfers, 'a')).toBe(`/m/${token}`);
		expect(await findCode(cijfers.replace(' ', '-'), 'a')).toBe(`/m/${token}`);
	});
	test('says the same of one that is wrong, expired or closed', async () => {
		expect(await refused('0000 0000', 'a')).toEqual(FOUT);
		at('14:46:00');
		expect(await refused(cijfers, 'a')).toEqual(FOUT);
		at('12:30:00');
		withdrawCode(systeem, { bijeenkomstId: id });
		expect(await refused(cijfers, 'a')).toEqual(FOUT);
	});
	test('of fifty wrong ones the right one does not help that address, and others come in', async () => {
		for (let n = 0; n < 50; n++)
			expect(await refused(String(10_000_000 + n), 'rader')).toEqual(FOUT);
		expect(await refused(cijfers, 'rader')).toEqual(FOUT);
		expect(await findCode(cijfers, 'zaal')).toBe(`/m/${token}`);
		// the QR is not typed: it goes on
		checkIn(token, fatima, phone('met de camera'));
		at('12:16:00');
		expect(await findCode(cijfers, 'rader')).toBe(`/m/${token}`);
	});
	test('of many at once, no more are looked at when everybody has to wait', async () => {
		setConfig({ LIMIT_CODE_FAILURES: '2', LIMIT_CODE_FAILURES_TOTAL: '1' });
		await refused('0000 0000', 'iemand anders');
		vi.useFakeTimers({ now: new Date('2026-06-11T12:05:00Z') });
		const samen = ['1111 1111', '2222 2222', cijfers].map((code) => refused(code, 'rader'));
		await vi.runAllTimersAsync();
		expect(await Promise.all(samen)).toEqual([FOUT, FOUT, FOUT]);
	});
});
