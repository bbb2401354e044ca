import { safeParse } from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NIEMAND, type Actor } from '#access/actor.ts';
import { createCode as createPresentiecode } from '#features/presentie/code.write.server.ts';
import { codeVan as presentieVan } from '#features/presentie/code.read.server.ts';
import { checkIn, undoCheckIn } from '#features/presentie/gast.server.ts';
import { GEEN_NAAM } from '#features/presentie/gast.input.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, Invalid, NotFound, TooMany } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { createBriefje } from './briefje.write.server.ts';
import { codeVan } from './code.read.server.ts';
import { withdrawExpiredBordcodes } from './code.jobs.server.ts';
import { createCode, withdrawCode } from './code.write.server.ts';
import { removeDeelnemer } from './deelnemer.write.server.ts';
import { GastInput } from './gast.input.ts';
import { joinBord, joinVanBijeenkomst } from './gast.server.ts';
import { rightOf } from './live.server.ts';
import { actorAan, bordBij, findSchermcode, gastVan, isNogGast, openTafel } from './open.server.ts';
import { staatVoor } from './staat.read.server.ts';
import { bordcode, deelnemer } from './tables.server.ts';
import { errorsOf, tafelWereld, type TafelWereld } from './test-tafel.ts';

const FOUT = 'Deze code klopt niet of is verlopen. Vraag de begeleider om de code.';

let w: TafelWereld;
let bordId: string;
let token: string;
let cijfers: string;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-11T12:05:00Z') });
	w = tafelWereld();
	({ bordId } = w);
	({ token, cijfers } = w.open());
});
afterEach(() => {
	vi.useRealTimers();
	setConfig({});
});

const at = (nu: string) => vi.setSystemTime(new Date(`2026-06-11T${nu}Z`));
const phone = (gast: string) => ({ actor: NIEMAND, gast, address: 'de zaal' });
const as = (actor: Actor, gast = '') => ({ actor, gast, address: 'de zaal' });
const fatima = { naam: 'Fatima', perspectief: 'bewoner' } as const;
const komt = (gast: string, input: GastInput = fatima) => joinBord(token, input, phone(gast));
const zegt = (gast: string) => openTafel(token, phone(gast));
const leg = (actor: Actor, tekst: string) =>
	createBriefje(actor, { bordId, id: '', tekst, soort: '', fase: undefined });

describe('a gast', () => {
	test('sits down by a name and a perspective, and a reload leads straight back in', () => {
		expect(zegt('telefoon')).toMatchObject({ staat: 'open', titel: 'Wie belt er aan?', ik: null });
		const { deelnemerId } = komt('telefoon');
		expect(zegt('telefoon')).toMatchObject({ staat: 'binnen', ik: { naam: 'Fatima' } });
		const actor = gastVan('telefoon', bordId);
		expect(actor).toEqual({ soort: 'gast', bordId, deelnemerId });
		expect(rightOf(actor, bordId)).toBe('lezen');
		expect(w.beeld().stand.deelnemers).toBe(1);
		expect(JSON.stringify(db().select().from(deelnemer).all())).not.toContain('telefoon');
	});
	test('sits there once, however often the form is sent', () => {
		const first = komt('telefoon');
		expect(komt('telefoon', { naam: 'Fatima B.', perspectief: 'vrijwilliger' })).toEqual(first);
		expect(db().select().from(deelnemer).all()).toMatchObject([
			{ naam: 'Fatima B.', perspectief: 'vrijwilliger', persoonId: null },
		]);
	});
	test('with the cookie of another phone, of another bord, a made up one or none is nobody', () => {
		komt('telefoon');
		for (const gast of ['anders', '', 'x'.repeat(4000)]) {
			expect(gastVan(gast, bordId)).toBe(NIEMAND);
			expect(zegt(gast)).toMatchObject({ staat: 'open', ik: null });
		}
		const ander = w.maakBord();
		expect(gastVan('telefoon', ander)).toBe(NIEMAND);
		expect(rightOf(gastVan('telefoon', bordId), ander)).toBeUndefined();
		expect(JSON.stringify(zegt('anders'))).not.toContain('Fatima');
		komt('', fatima);
		komt('', fatima);
		expect(w.beeld().stand.deelnemers).toBe(3);
	});
	test('who was sent away is out, and does not come back by the same cookie', () => {
		const { deelnemerId } = komt('telefoon');
		const actor = gastVan('telefoon', bordId);
		if (actor.soort !== 'gast') throw new Error('no gast');
		expect(isNogGast(actor)).toBe(true);
		removeDeelnemer(w.trekker, { bordId, deelnemerId });
		expect(isNogGast(actor)).toBe(false);
		expect(gastVan('telefoon', bordId)).toBe(NIEMAND);
		expect(() => leg(actor, 'Toch nog')).toThrow(Forbidden);
		expect(errorsOf(() => komt('telefoon'))['']).toMatch(/nu niet meedoen/);
		expect(w.beeld().stand.deelnemers).toBe(0);
	});
	test('stays when the code goes, and for twelve hours; at the end to read', () => {
		const { deelnemerId } = komt('telefoon');
		const actor = { soort: 'gast', bordId, deelnemerId } as const;
		withdrawCode(w.trekker, { bordId });
		expect(zegt('telefoon')).toMatchObject({ staat: 'binnen' });
		leg(actor, 'Nog steeds hier');
		w.wijzig({ afgerondOp: new Date() });
		expect(rightOf(gastVan('telefoon', bordId), bordId)).toBe('lezen');
		expect(() => leg(actor, 'Te laat')).toThrow(Forbidden);
		vi.setSystemTime(new Date('2026-06-12T00:04:00Z'));
		expect(gastVan('telefoon', bordId)).toEqual(actor);
		vi.setSystemTime(new Date('2026-06-12T00:06:00Z'));
		expect(gastVan('telefoon', bordId)).toBe(NIEMAND);
		expect(isNogGast(actor)).toBe(false);
	});
	test('is out when the bord is removed, or guests are no longer let in', () => {
		komt('telefoon');
		w.wijzig({ gasten: false });
		expect(gastVan('telefoon', bordId)).toBe(NIEMAND);
		w.wijzig({ gasten: true, weggehaaldOp: new Date() });
		expect(gastVan('telefoon', bordId)).toBe(NIEMAND);
		expect(zegt('telefoon')).toEqual({ staat: 'dicht' });
	});
	test('says a name of letters, and from which side', () => {
		expect(errorsOf(() => komt('a', { perspectief: 'bewoner' }))).toEqual({ naam: GEEN_NAAM });
		expect(safeParse(GastInput, { naam: ' ', perspectief: 'bewoner' }).success).toBe(false);
		expect(safeParse(GastInput, { naam: 'x'.repeat(5000), perspectief: 'anders' }).success).toBe(
			false,
		);
		expect(safeParse(GastInput, { naam: 'Fatima', perspectief: 'beheerder' }).success).toBe(false);
	});
});

describe('sixty guests from one address', () => {
	test('come in within a minute, and lay five briefjes each', async () => {
		const gasten: Actor[] = [];
		for (let n = 0; n < 60; n++) {
			komt(`telefoon ${n}`, { naam: `Gast ${n}`, perspectief: 'bewoner' });
			gasten.push(gastVan(`telefoon ${n}`, bordId));
			await Promise.resolve();
		}
		for (let n = 0; n < 5; n++)
			for (const gast of gasten) {
				leg(gast, `Briefje ${n}`);
				// each is a request of its own
				await Promise.resolve();
			}
		expect(w.beeld().briefjes).toHaveLength(300);
		expect(w.beeld().stand).toMatchObject({ deelnemers: 60, geschreven: 60 });
	}, 30_000);
	test('type the digits, and one in two mistypes them first', async () => {
		for (let n = 0; n < 60; n++) {
			if (n % 2)
				await expect(findSchermcode(`0000 ${1000 + n}`, 'de zaal')).rejects.toThrow(Invalid);
			expect(await findSchermcode(cijfers, 'de zaal')).toBe(`/m/bord/${token}`);
		}
	});
	test('but who has the digits of one table does not go on guessing at others', async () => {
		const raadt = async (keer: number) => {
			for (let n = 0; n < keer; n++) {
				const wrong = String(20_000_000 + n);
				await expect(findSchermcode(wrong, 'rader')).rejects.toThrow(Invalid);
				await findSchermcode(cijfers, 'rader').catch(() => undefined);
			}
		};
		await raadt(60);
		expect(await findSchermcode(cijfers, 'rader')).toBe(`/m/bord/${token}`);
		await raadt(20);
		await expect(findSchermcode(cijfers, 'rader')).rejects.toThrow(Invalid);
	});
	test('but not without end: a full table says so, and who sits there stays', () => {
		setConfig({ LIMIT_BORD_GASTEN: '3' });
		for (let n = 0; n < 3; n++) komt(`telefoon ${n}`);
		expect(errorsOf(() => komt('nog een'))).toEqual({ '': 'De sessie is vol.' });
		komt('telefoon 1');
		// of another day nobody takes a place
		vi.setSystemTime(new Date('2026-06-12T12:05:00Z'));
		({ token } = w.open());
		komt('nog een');
		setConfig({ LIMIT_GAST_JOINS: '2' });
		komt('a');
		expect(() => {
			for (let n = 0; n < 5; n++) komt(`b${n}`);
		}).toThrow();
	});
	test('a flood from one address has to wait', () => {
		setConfig({ LIMIT_GAST_JOINS: '5' });
		for (let n = 0; n < 5; n++) komt(`telefoon ${n}`);
		expect(() => komt('nog een')).toThrow(TooMany);
		joinBord(token, fatima, { ...phone('elders'), address: 'thuis' });
	});
});

describe('somebody with an account', () => {
	test('sits there under the own name when of the team, and else as a gast', () => {
		expect(openTafel(token, as(w.lid))).toMatchObject({ staat: 'open', zelf: true });
		joinBord(token, { perspectief: 'bewoner' }, as(w.lid));
		expect(db().select().from(deelnemer).all()).toMatchObject([
			{ persoonId: w.lid.persoonId, gastHash: null },
		]);
		expect(actorAan(as(w.lid, 'telefoon'), bordId)).toBe(w.lid);
		const vreemd = metRol(testWerkplaats('Elders').werkplaatsId, 'lector');
		for (const actor of [w.lector, vreemd]) {
			const gast = `telefoon van ${actor.persoonId}`;
			expect(openTafel(token, as(actor, gast))).toMatchObject({ zelf: false });
			joinBord(token, fatima, as(actor, gast));
			expect(actorAan(as(actor, gast), bordId)).toMatchObject({ soort: 'gast' });
			expect(actorAan(as(actor, 'anders'), bordId)).toBe(actor);
		}
	});
});

describe('a code', () => {
	test('is eight digits and a link, and neither stands in the database', () => {
		expect(cijfers).toMatch(/^\d{4} \d{4}$/);
		expect(token).toMatch(/^[\w-]{22}$/);
		const stored = JSON.stringify(db().select().from(bordcode).all());
		expect(stored).not.toContain(cijfers.replace(' ', ''));
		expect(stored).not.toContain(token);
		expect(codeVan(w.trekker, bordId)!.tot).toBe('16.45 uur');
	});
	test('is shown and renewed by who leads', () => {
		for (const actor of [w.lid, w.student, w.observator, w.lector]) {
			expect(staatVoor(actor, bordId).mayCode).toBe(false);
			expect(codeVan(actor, bordId)).toBeNull();
			expect(() => createCode(actor, { bordId, vervangt: '' })).toThrow(Forbidden);
			expect(() => withdrawCode(actor, { bordId })).toThrow(Forbidden);
		}
		komt('telefoon');
		expect(() => codeVan(gastVan('telefoon', bordId), bordId)).not.toThrow();
		expect(codeVan(gastVan('telefoon', bordId), bordId)).toBeNull();
		const { id } = codeVan(w.trekker, bordId)!;
		expect(createCode(w.trekker, { bordId, vervangt: '' }).id).toBe(id);
		const nieuw = createCode(w.trekker, { bordId, vervangt: id }).id;
		expect(nieuw).not.toBe(id);
		expect(createCode(w.trekker, { bordId, vervangt: id }).id).toBe(nieuw);
		w.wijzig({ gasten: false });
		expect(() => createCode(w.trekker, { bordId, vervangt: '' })).toThrow(Invalid);
	});
	test('ends by itself, and then the list of jobs says so', () => {
		at('14:44:59');
		withdrawExpiredBordcodes();
		expect(zegt('a').staat).toBe('open');
		at('14:45:01');
		expect(zegt('a').staat).toBe('dicht');
		withdrawExpiredBordcodes();
		expect(db().select().from(bordcode).get()!.ingetrokkenOp).not.toBeNull();
	});
	test('that is wrong, expired, renewed, or of what is closed, answers alike', async () => {
		const typed = () =>
			findSchermcode(cijfers, 'a').then(
				() => 'let in',
				(error: Invalid) => error.errors['code'],
			);
		const alle = async () => [
			await typed(),
			errorsOf(() => komt('nieuw'))[''],
			openTafel(token, phone('nieuw')),
		];
		const dicht = [FOUT, FOUT, { staat: 'dicht' }];
		w.wijzig({ afgerondOp: new Date() });
		expect(await alle()).toEqual(dicht);
		w.wijzig({ afgerondOp: null, weggehaaldOp: new Date() });
		expect(await alle()).toEqual(dicht);
		w.wijzig({ weggehaaldOp: null, gasten: false });
		expect(await alle()).toEqual(dicht);
		w.wijzig({ gasten: true });
		at('14:46:00');
		expect(await alle()).toEqual(dicht);
		at('12:10:00');
		expect(await typed()).toBe('let in');
		withdrawCode(w.trekker, { bordId });
		expect(await alle()).toEqual(dicht);
		expect(errorsOf(() => joinBord('onbekend', fatima, phone('nieuw')))).toEqual({ '': FOUT });
	});
	test('typed leads to its table; one of a list in the room to that list', async () => {
		expect(await findSchermcode(cijfers, 'a')).toBe(`/m/bord/${token}`);
		createPresentiecode(w.trekker, { bijeenkomstId: w.bijeenkomstId, vervangt: '' });
		const lijst = presentieVan(w.trekker, w.bijeenkomstId)!;
		expect(lijst.cijfers).not.toBe(cijfers);
		expect(await findSchermcode(lijst.cijfers, 'a')).toMatch(/^\/m\/[\w-]{22}$/);
	});
	test('is not guessed: after twenty wrong ones the right one does not help that address', async () => {
		for (let n = 0; n < 25; n++)
			await expect(findSchermcode(String(10_000_000 + n), 'rader')).rejects.toThrow(Invalid);
		await expect(findSchermcode(cijfers, 'rader')).rejects.toThrow(Invalid);
		expect(await findSchermcode(cijfers, 'zaal')).toBe(`/m/bord/${token}`);
		komt('met de camera');
	});
});

describe('from the bijeenkomst', () => {
	const wie = { voornaam: 'Fatima', organisatie: '', perspectief: 'vrijwilliger' } as const;
	let lijst: string;
	beforeEach(() => {
		createPresentiecode(w.trekker, { bijeenkomstId: w.bijeenkomstId, vervangt: '' });
		lijst = presentieVan(w.trekker, w.bijeenkomstId)!.url.split('/').at(-1)!;
	});
	const verder = (gast: string) => joinVanBijeenkomst(lijst, phone(gast));

	test('who checked in goes on under the same name, without a second code', () => {
		checkIn(lijst, wie, phone('telefoon'));
		expect(bordBij(w.bijeenkomstId)).toEqual({ bordId, titel: 'Wie belt er aan?' });
		const first = verder('telefoon');
		expect(verder('telefoon')).toEqual(first);
		expect(db().select().from(deelnemer).all()).toMatchObject([
			{ naam: 'Fatima', perspectief: 'vrijwilliger' },
		]);
	});
	test('who did not, or took it back, or came another day, does not', () => {
		const nee = (gast: string) => errorsOf(() => verder(gast))[''];
		expect(nee('telefoon')).toBe(FOUT);
		expect(nee('')).toBe(FOUT);
		checkIn(lijst, wie, phone('telefoon'));
		undoCheckIn(lijst, { wat: 'erbij' }, phone('telefoon'));
		expect(nee('telefoon')).toBe(FOUT);
		checkIn(lijst, wie, phone('telefoon'));
		vi.setSystemTime(new Date('2026-06-13T12:05:00Z'));
		expect(nee('telefoon')).toBe(FOUT);
		at('12:05:00');
		w.wijzig({ afgerondOp: new Date() });
		expect(bordBij(w.bijeenkomstId)).toBeUndefined();
		expect(nee('telefoon')).toBe(FOUT);
		expect(() => joinVanBijeenkomst('onbekend', phone('telefoon'))).toThrow(Invalid);
	});
	test('a bord of another bijeenkomst is not that of this one', () => {
		const ander = w.maakBord();
		expect(bordBij(w.bijeenkomstId)?.bordId).toBe(bordId);
		checkIn(lijst, wie, phone('telefoon'));
		verder('telefoon');
		expect(gastVan('telefoon', ander)).toBe(NIEMAND);
		expect(() => codeVan(gastVan('telefoon', bordId), ander)).toThrow(NotFound);
	});
});
