import { generate } from 'lean-qr';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid } from '#server/errors.ts';
import { qrVan } from './code.qr.server.ts';
import { codeVan, mayToonCode } from './code.read.server.ts';
import { liveCode } from './code.rows.server.ts';
import { withdrawExpiredCodes } from './code.jobs.server.ts';
import { createCode, withdrawCode } from './code.write.server.ts';
import { deelOp, geldigTot, momentVan } from './geldig.ts';
import { presentiebevestiging, presentiecode } from './tables.server.ts';

const deel = (dag: string, begin: string, eind: string, id: string | null = null) => ({
	id,
	dag,
	begin,
	eind,
	pauzes: [],
});

describe('how long a code holds', () => {
	test('a time of the clock in Amsterdam is one moment, in summer, in winter and between', () => {
		expect(momentVan('2026-06-11', '14.00').toISOString()).toBe('2026-06-11T12:00:00.000Z');
		expect(momentVan('2026-12-11', '14.00').toISOString()).toBe('2026-12-11T13:00:00.000Z');
		expect(momentVan('2027-03-28', '03.30').toISOString()).toBe('2027-03-28T01:30:00.000Z');
		expect(momentVan('2027-10-31', '12.00').toISOString()).toBe('2027-10-31T11:00:00.000Z');
	});
	test.each([
		['within it', '2026-06-11T12:30:00Z', '2026-06-11T14:45:00.000Z'],
		['the day before, not longer than a day', '2026-06-10T09:00:00Z', '2026-06-10T13:00:00.000Z'],
		['that morning', '2026-06-11T06:00:00Z', '2026-06-11T14:45:00.000Z'],
		['when it is over', '2026-06-11T16:00:00Z', '2026-06-11T20:00:00.000Z'],
	])('%s', (_when, nu, tot) => {
		const delen = [deel('2026-06-11', '14.00', '16.30')];
		expect(geldigTot(delen, new Date(nu)).toISOString()).toBe(tot);
	});
	test('without an end it holds four hours', () => {
		expect(geldigTot([], new Date('2026-06-11T12:00:00Z')).toISOString()).toBe(
			'2026-06-11T16:00:00.000Z',
		);
	});
	test('of more days the one at hand counts, from half an hour before it begins', () => {
		const delen = [
			deel('2026-06-11', '10.00', '12.00', 'een'),
			deel('2026-06-11', '13.00', '15.00', 'twee'),
			deel('2026-06-12', '10.00', '12.00', 'drie'),
		];
		const at = (nu: string) => deelOp(delen, new Date(nu))?.id;
		expect(at('2026-06-10T09:00:00Z')).toBe('een');
		expect(at('2026-06-11T10:10:00Z')).toBe('een');
		expect(at('2026-06-11T10:30:00Z')).toBe('twee');
		expect(at('2026-06-11T18:00:00Z')).toBe('twee');
		expect(at('2026-06-12T07:30:00Z')).toBe('drie');
		expect(at('2026-06-14T10:00:00Z')).toBe('drie');
		expect(deelOp([], new Date())).toBeUndefined();
	});
});

test('the path of a QR is the code itself, with white around it', () => {
	const url = 'https://samenspel.voorbeeld.example/m/0123456789abcdefghijkl';
	const { d, size } = qrVan(url);
	const code = generate(url);
	expect(size).toBe(code.size + 8);
	const zwart = new Set<string>();
	for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
		for (let i = 0; i < Number(run); i++) zwart.add(`${Number(x) + i - 4},${Number(y) - 4}`);
	for (let y = -4; y < code.size + 4; y++)
		for (let x = -4; x < code.size + 4; x++)
			expect(zwart.has(`${x},${y}`)).toBe(Boolean(code.get(x, y)));
});

describe('a code', () => {
	let systeem: SysteemActor;
	let team: string;
	let bijeenkomstId: string;

	beforeEach(() => {
		freshDb();
		vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-11T12:05:00Z') });
		systeem = testWerkplaats();
		team = maakTeam(systeem);
		bijeenkomstId = maakBijeenkomst(systeem, team, { dag: '11 juni 2026' });
	});
	afterEach(() => void vi.useRealTimers());
	const open = (vervangt = '') => createCode(systeem, { bijeenkomstId, vervangt }).id;

	test('is eight digits and a link, and neither stands in the database', () => {
		expect(codeVan(systeem, bijeenkomstId)).toBeNull();
		open();
		const code = codeVan(systeem, bijeenkomstId)!;
		expect(code.cijfers).toMatch(/^\d{4} \d{4}$/);
		expect(code.url).toMatch(/\/m\/[\w-]{22}$/);
		expect(code.tot).toBe('16.45 uur');
		const stored = JSON.stringify(db().select().from(presentiecode).all());
		expect(stored).not.toContain(code.cijfers.replace(' ', ''));
		expect(stored).not.toContain(code.url.slice(-22));
	});
	test('stays when somebody else opens one, and goes when it is named', () => {
		const first = open();
		expect(open()).toBe(first);
		const second = open(first);
		expect(second).not.toBe(first);
		expect(open(first)).toBe(second);
		withdrawCode(systeem, { bijeenkomstId });
		expect(codeVan(systeem, bijeenkomstId)).toBeNull();
		expect(open(second)).not.toBe(second);
	});
	test('ends by itself, and then the list of jobs says so', () => {
		open();
		vi.setSystemTime(new Date('2026-06-11T14:44:59Z'));
		withdrawExpiredCodes();
		expect(liveCode(bijeenkomstId)).toBeDefined();
		vi.setSystemTime(new Date('2026-06-11T14:45:01Z'));
		expect(liveCode(bijeenkomstId)).toBeUndefined();
		withdrawExpiredCodes();
		expect(db().select().from(presentiecode).get()!.ingetrokkenOp).not.toBeNull();
	});
	test('is for who plans or prepares it: nobody else sees or opens one', () => {
		open();
		for (const rol of ['student', 'procesobservator', 'agendalid'] as const) {
			const actor = maakLid(systeem, team, rol);
			expect(codeVan(actor, bijeenkomstId)).toBeNull();
			expect(() => createCode(actor, { bijeenkomstId, vervangt: '' })).toThrow(Forbidden);
			expect(() => withdrawCode(actor, { bijeenkomstId })).toThrow(Forbidden);
		}
		expect(codeVan(maakLid(systeem, team, 'lid'), bijeenkomstId)).not.toBeNull();
	});
	test('is not made any more for a list that somebody confirmed', () => {
		expect(mayToonCode(systeem, bijeenkomstId)).toBe(true);
		const { werkplaatsId } = systeem;
		db().insert(presentiebevestiging).values({ bijeenkomstId, werkplaatsId, hash: '' }).run();
		expect(mayToonCode(systeem, bijeenkomstId)).toBe(false);
		expect(() => open()).toThrow(Invalid);
	});
});
