import { parse, safeParse } from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NIEMAND, type Actor } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { Conflict, Forbidden, Invalid, NotFound, TooMany } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { newId } from '#server/id.ts';
import { forgetRates } from '#server/limits.ts';
import { BriefjeNieuw } from './briefje.input.ts';
import { legAllesOpen } from './briefje.open.server.ts';
import { countVerborgen, mijnBriefjes } from './briefje.read.server.ts';
import {
	createBriefje,
	createNamens,
	removeBriefje,
	updateBriefje,
	withdrawVerwijdering,
} from './briefje.write.server.ts';
import { removeDeelnemer } from './deelnemer.write.server.ts';
import { briefje } from './tables.server.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

let w: TafelWereld;
beforeEach(() => void (w = tafelWereld()));
afterEach(() => setConfig({}));

const nieuw = (tekst: string, part: object = {}) => ({
	...{ bordId: w.bordId, ...parse(BriefjeNieuw, { tekst }) },
	...part,
});
const leg = (actor: Actor, tekst: string, part: object = {}) =>
	createBriefje(actor, nieuw(tekst, part));
const opTafel = () => w.beeld().briefjes.map(({ tekst }) => tekst);
const wijzig = (actor: Actor, id: string, tekst: string, basis?: Record<string, string>) =>
	updateBriefje(actor, { bordId: w.bordId, id, tekst, soort: '' }, basis);
const weg = (actor: Actor, id: string) => removeBriefje(actor, { bordId: w.bordId, id });
const terug = (actor: Actor, id: string) => withdrawVerwijdering(actor, { bordId: w.bordId, id });

describe('a briefje', () => {
	test('lies on the table for everybody, without who wrote it', () => {
		const fatima = w.gast('Fatima');
		expect(leg(fatima, 'De brief bleef dicht.', { soort: 'ervaring' })).toMatchObject({
			open: true,
		});
		leg(w.lid, 'Ik bel altijd eerst.');
		expect(w.beeld().briefjes).toMatchObject([
			{ tekst: 'De brief bleef dicht.', soort: 'ervaring', perspectief: 'bewoner', wie: '', nr: 1 },
			{ tekst: 'Ik bel altijd eerst.', namens: false, nr: 2 },
		]);
		expect(w.bytes()).not.toContain('Fatima');
		expect(w.bytes()).not.toContain(fatima.deelnemerId);
		expect(w.bytes()).not.toContain(w.lid.persoonId);
		expect(w.beeld().stand).toMatchObject({ geschreven: 2, deelnemers: 2 });
	});
	test('says who wrote it only when this bord does', () => {
		w.wijzig({ namen: true });
		leg(w.gast('Fatima'), 'Met naam');
		expect(w.beeld().briefjes).toMatchObject([{ wie: 'Fatima' }]);
	});
	test('that is sent twice lies there once, and nobody takes its id', () => {
		const id = newId();
		for (let n = 0; n < 3; n++) expect(leg(w.lid, 'Eén keer', { id })).toEqual({ id, open: true });
		expect(() => leg(w.student, 'Van mij', { id })).toThrow(NotFound);
		expect(() => leg(w.gast('Fatima'), 'Van mij', { id })).toThrow(NotFound);
		const ander = w.maakBord();
		expect(() => leg(w.lid, 'Elders', { id, bordId: ander })).toThrow(NotFound);
		const groep = newId();
		w.groep(groep);
		expect(() => leg(w.gast('Ali'), 'In plaats van de groep', { id: groep })).toThrow(NotFound);
		// also when the answer got lost and the table was locked meanwhile
		w.zet({ slot: true });
		expect(leg(w.lid, 'Eén keer', { id })).toEqual({ id, open: true });
		expect(opTafel()).toEqual(['Eén keer']);
	});
	test('comes in the phase in which it was begun', () => {
		w.zet({ fase: 'duiden' });
		leg(w.lid, 'Laat verhaal', { fase: 'delen' });
		leg(w.lid, 'Nu');
		expect(w.beeld().briefjes.map(({ fase }) => fase)).toEqual(['delen', 'duiden']);
	});
	test('is of who sits at the table; a reader and a stranger lay none', () => {
		for (const actor of [w.observator, w.lector])
			expect(() => leg(actor, 'Ik kijk')).toThrow(Forbidden);
		const elders: Actor = { ...w.gast('Fatima'), bordId: w.maakBord() };
		for (const actor of [NIEMAND, elders]) {
			expect(() => leg(actor, 'Ik ook')).toThrow(NotFound);
			expect(() => mijnBriefjes(actor, w.bordId)).toThrow(NotFound);
		}
		expect(opTafel()).toEqual([]);
	});
	test('waits when the table is locked, and after the end', () => {
		const fatima = w.gast('Fatima');
		const { id } = leg(fatima, 'Van mij');
		w.zet({ slot: true });
		expect(() => leg(fatima, 'Nog een')).toThrow(Forbidden);
		leg(w.trekker, 'Van de regie');
		wijzig(fatima, id, 'Toch anders');
		expect(opTafel()).toEqual(['Toch anders', 'Van de regie']);
		w.wijzig({ afgerondOp: new Date() });
		expect(() => wijzig(fatima, id, 'Te laat')).toThrow(Forbidden);
	});
	test('is not laid down by the hundred', () => {
		const lid = w.lid;
		for (let n = 0; n < 20; n++) leg(lid, `Briefje ${n}`);
		expect(() => leg(lid, 'Nog een')).toThrow(TooMany);
		leg(w.student, 'Van een ander');
		forgetRates();
		setConfig({ LIMIT_BORD_BRIEFJES: '21' });
		expect(() => leg(lid, 'Eén te veel')).toThrow(Invalid);
		expect(opTafel()).toHaveLength(21);
	});
});

describe('stil schrijven', () => {
	beforeEach(() => void w.zet({ stil: true }));

	test('shows a briefje to its writer and to nobody else, not even as bytes', () => {
		const [fatima, joke] = [w.gast('Fatima'), w.gast('Joke')];
		const { id, open } = leg(fatima, 'Geheim van Fatima');
		expect(open).toBe(false);
		expect(mijnBriefjes(fatima, w.bordId)).toMatchObject([{ id, open: false, weg: null }]);
		for (const actor of [joke, w.lid, w.trekker, w.systeem, w.lector])
			expect(mijnBriefjes(actor, w.bordId)).toEqual([]);
		expect(w.bytes()).not.toContain('Geheim');
		expect(w.bytes()).not.toContain(id);
		expect(w.beeld().stand).toMatchObject({ geschreven: 1 });
		wijzig(fatima, id, 'Nog steeds verborgen');
		expect(w.bytes()).not.toContain('verborgen');
		for (const actor of [joke, w.lid, w.trekker]) {
			expect(() => wijzig(actor, id, 'Van mij')).toThrow(NotFound);
			expect(() => weg(actor, id)).toThrow(NotFound);
			expect(() => terug(actor, id)).toThrow(NotFound);
		}
	});
	test('ends with Leg open: all of this phase at once, in no order of writing', () => {
		for (let n = 0; n < 15; n++) leg(w.lid, `Lid ${n}`);
		const fatima = w.gast('Fatima');
		leg(fatima, 'Van Fatima');
		w.zet({ fase: 'duiden' });
		leg(fatima, 'Over duiden');
		expect(legAllesOpen(w.bordId, 'delen')).toBe(16);
		const texts = opTafel();
		expect(texts).toHaveLength(16);
		expect(texts).not.toContain('Over duiden');
		expect(texts).not.toEqual([...Array.from({ length: 15 }, (_, n) => `Lid ${n}`), 'Van Fatima']);
		expect(w.beeld().briefjes.map(({ nr }) => nr)).toEqual(texts.map((_, n) => n + 1));
		expect(legAllesOpen(w.bordId, 'delen')).toBe(0);
		expect(legAllesOpen(w.bordId, 'duiden')).toBe(1);
		expect(mijnBriefjes(fatima, w.bordId).every(({ open }) => open)).toBe(true);
	});
	test('keeps what was taken away, and what is of who was sent away', () => {
		const fatima = w.gast('Fatima');
		const { id } = leg(w.lid, 'Toch niet');
		weg(w.lid, id);
		leg(fatima, 'Van wie stoort');
		removeDeelnemer(w.trekker, { bordId: w.bordId, deelnemerId: fatima.deelnemerId });
		expect(legAllesOpen(w.bordId, 'delen')).toBe(0);
		w.zet({ stil: false });
		expect(terug(w.lid, id)).toEqual({ id, open: true });
		expect(opTafel()).toEqual(['Toch niet']);
	});
});

describe('changing a briefje', () => {
	test('is for its writer, and what stands elsewhere is not lost', () => {
		const { id } = leg(w.lid, 'Eerst');
		wijzig(w.lid, id, 'Daarna', { tekst: 'Eerst', soort: '' });
		expect(opTafel()).toEqual(['Daarna']);
		expect(() => wijzig(w.lid, id, 'Van tab twee', { tekst: 'Eerst', soort: '' })).toThrow(
			Conflict,
		);
		for (const actor of [w.trekker, w.student, w.gast('Fatima')])
			expect(() => wijzig(actor, id, 'Van mij')).toThrow(Forbidden);
		expect(opTafel()).toEqual(['Daarna']);
	});
	test('and taking it away: by its writer or by regie, and back by the same', () => {
		const fatima = w.gast('Fatima');
		const { id } = leg(fatima, 'Van Fatima');
		leg(w.lid, 'Ernaast');
		expect(() => weg(w.student, id)).toThrow(Forbidden);
		weg(w.trekker, id);
		weg(w.trekker, id);
		expect(opTafel()).toEqual(['Ernaast']);
		expect(w.bytes()).not.toContain('Van Fatima');
		expect(() => wijzig(fatima, id, 'Nog eens')).toThrow(NotFound);
		expect(mijnBriefjes(fatima, w.bordId)).toMatchObject([{ weg: 'regie', tekst: 'Van Fatima' }]);
		expect(() => terug(fatima, id)).toThrow(Forbidden);
		terug(w.trekker, id);
		expect(opTafel()).toEqual(['Van Fatima', 'Ernaast']);
		weg(fatima, id);
		expect(() => terug(w.trekker, id)).toThrow(Forbidden);
		terug(fatima, id);
		expect(opTafel()).toEqual(['Van Fatima', 'Ernaast']);
	});
	test('is not reached over another bord', () => {
		const { id } = leg(w.lid, 'Hier');
		const bordId = w.maakBord();
		expect(() => updateBriefje(w.lid, { bordId, id, tekst: 'Daar', soort: '' })).toThrow(NotFound);
		expect(() => removeBriefje(w.lid, { bordId, id })).toThrow(NotFound);
	});
});

describe('for somebody without a device', () => {
	const voor = (actor: Actor, tekst: string) =>
		createNamens(actor, { ...nieuw(tekst), perspectief: 'vrijwilliger' });

	test('a helper writes it down, marked as such, and may mend it', () => {
		const { id } = voor(w.lid, 'Mevrouw vertelt');
		expect(w.beeld().briefjes).toMatchObject([{ namens: true, perspectief: 'vrijwilliger' }]);
		wijzig(w.lid, id, 'Mevrouw vertelde');
		expect(opTafel()).toEqual(['Mevrouw vertelde']);
		expect(mijnBriefjes(w.lid, w.bordId)).toMatchObject([{ namens: true }]);
		expect(() => wijzig(w.student, id, 'Anders')).toThrow(Forbidden);
	});
	test('not a gast or a reader, and hidden while all write for themselves', () => {
		for (const actor of [w.gast('Fatima'), w.observator])
			expect(() => voor(actor, 'Nee')).toThrow(Forbidden);
		w.zet({ stil: true });
		expect(voor(w.lid, 'Stil')).toMatchObject({ open: false });
		expect(mijnBriefjes(w.trekker, w.bordId)).toEqual([]);
		expect(w.bytes()).not.toContain('Stil');
	});
});

describe('what is written', () => {
	const eerste = (tekst: unknown) => safeParse(BriefjeNieuw, { tekst }).issues?.[0]?.message;

	test.each([
		'👩🏽‍🤝‍👨🏿 samen 🏳️‍🌈',
		'לא פתחתי את המכתב',
		'لم أفتح الرسالة',
		'<script>alert(1)</script><img src=x onerror=alert(1)>',
		'${7*7} {{7*7}} =HYPERLINK("x") \'; drop table briefje; --',
		'a'.repeat(600),
		'regel 1\nregel 2',
	])('stays as it is: %s', (tekst) => {
		leg(w.gast('Fatima'), tekst);
		expect(opTafel()).toEqual([tekst.normalize('NFC')]);
		expect(db().select().from(briefje).get()!.tekst).toBe(tekst.normalize('NFC'));
	});
	test('is not empty, and not too long', () => {
		for (const leeg of ['', '  \n ', '\u200b\u2060', '\u3164', undefined])
			expect(eerste(leeg)).toMatch(/Schrijf eerst iets/);
		for (const lang of ['x'.repeat(5000), 'x'.repeat(601)]) expect(eerste(lang)).toMatch(/te lang/);
		expect(safeParse(BriefjeNieuw, { tekst: 'a', id: '../x' }).success).toBe(false);
		expect(safeParse(BriefjeNieuw, { tekst: 'a', fase: 'elders' }).success).toBe(false);
	});
});

test('who may finish the bord knows how many are hidden in all phases, and not what they say', () => {
	w.zet({ stil: true });
	leg(w.gast('Fatima'), 'In Delen');
	w.zet({ fase: 'duiden' });
	leg(w.lid, 'In Duiden');
	expect(countVerborgen(w.begeleider, w.bordId)).toBe(2);
	expect(countVerborgen(w.lid, w.bordId)).toBe(0);
	legAllesOpen(w.bordId, 'delen');
	expect(countVerborgen(w.begeleider, w.bordId)).toBe(1);
});
