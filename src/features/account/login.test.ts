import { hash } from '@node-rs/argon2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid, TooMany } from '#server/errors.ts';
import { hashPassword } from '#server/password/hash.ts';
import { throttle } from '#server/tables.server.ts';
import { createAccount, detailAccount, rememberDevice } from './account.server.ts';
import { block, unblock } from './blokkade.server.ts';
import { logIn } from './login.server.ts';

const JOKE = 'joke@voorbeeld.example';
const GOED = 'vier stoelen en een lege';
const WRONG = 'E-mailadres of wachtwoord klopt niet.';
const here = { address: '10.0.0.1' };
let joke: string;

beforeEach(async () => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') });
	joke = createAccount({ email: JOKE, wachtwoordHash: await hashPassword(GOED) });
});
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const tryIn = (
	wachtwoord: string,
	email = JOKE,
	visitor: { address: string; apparaat?: string } = here,
) =>
	logIn({ email, wachtwoord }, visitor).catch((error: unknown) =>
		error instanceof Invalid ? error.errors[''] : error,
	);

describe('log in', () => {
	test('with the right password, however the address is written', async () => {
		expect(await tryIn(GOED)).toBe(joke);
		expect(await tryIn(GOED, ' JOKE@Voorbeeld.Example ')).toBe(joke);
	});

	test('answers alike for a wrong password, an unknown address, a blocked one and one without password', async () => {
		createAccount({ email: 'zonder@voorbeeld.example' });
		const blocked = createAccount({
			email: 'weg@voorbeeld.example',
			wachtwoordHash: await hashPassword(GOED),
		});
		block(blocked, '', { door: null });
		const answers = [
			await tryIn('fout'),
			await tryIn(GOED, 'niemand@voorbeeld.example'),
			await tryIn(GOED, 'weg@voorbeeld.example'),
			await tryIn('', 'zonder@voorbeeld.example'),
		];
		expect(answers).toEqual([WRONG, WRONG, WRONG, WRONG]);
		unblock(blocked, { door: null });
		expect(await tryIn(GOED, 'weg@voorbeeld.example')).toBe(blocked);
	});

	test.each([JOKE, 'niemand@voorbeeld.example'])(
		'is slowed down after five mistakes, also %s',
		async (email) => {
			const answers: unknown[] = [];
			for (let i = 0; i < 5; i++) answers.push(await tryIn('fout', email));
			expect(answers.slice(0, 4)).toEqual([WRONG, WRONG, WRONG, WRONG]);
			expect(answers[4]).toBe(`${WRONG} Wacht 2 seconden.`);
			expect(await tryIn(GOED, email)).toBe(`${WRONG} Wacht 2 seconden.`);
			pass(2);
			expect(await tryIn('fout', email)).toBe(`${WRONG} Wacht 4 seconden.`);
			pass(4);
			expect(await tryIn('fout', email)).toBe(`${WRONG} Wacht 8 seconden.`);
			for (let i = 0; i < 20; i++) {
				pass(900);
				await tryIn('fout', email);
			}
			expect(await tryIn('fout', email)).toBe(`${WRONG} Wacht 900 seconden.`);
		},
	);

	test('starts afresh after a right one', async () => {
		for (let i = 0; i < 4; i++) await tryIn('fout');
		expect(await tryIn(GOED)).toBe(joke);
		for (let i = 0; i < 4; i++) expect(await tryIn('fout')).toBe(WRONG);
	});

	test('a stranger who guesses does not lock out a browser that was here before', async () => {
		const apparaat = rememberDevice(joke);
		for (let i = 0; i < 12; i++) {
			await tryIn('fout', JOKE, { address: '10.9.9.9' });
			pass(300);
		}
		await tryIn('fout', JOKE, { address: '10.9.9.9' });
		expect(await tryIn(GOED)).toMatch(/Wacht/);
		expect(await tryIn(GOED, JOKE, { address: '10.0.0.1', apparaat })).toBe(joke);
		const elsewhere = rememberDevice(createAccount({ email: 'x@voorbeeld.example' }));
		expect(await tryIn(GOED, JOKE, { address: '10.0.0.1', apparaat: elsewhere })).toMatch(/Wacht/);
	});

	test('fifty at the same moment are fifty mistakes, not one', async () => {
		const all = await Promise.all(Array.from({ length: 50 }, () => tryIn('fout')));
		expect(all.filter((answer) => answer === WRONG).length).toBeLessThan(6);
		expect(await tryIn(GOED)).toMatch(/Wacht/);
	});

	test('fifty mistakes from one address are enough, whoever they were for', async () => {
		for (let i = 0; i < 50; i++) await tryIn('fout', `p${i}@voorbeeld.example`);
		expect(await tryIn(GOED)).toBeInstanceOf(TooMany);
		expect(await tryIn(GOED, JOKE, { address: '10.0.0.2' })).toBe(joke);
		pass(15 * 60);
		expect(await tryIn(GOED)).toBe(joke);
	});

	test('brings an old hash up to date', async () => {
		const old = await hash(GOED, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
		const id = createAccount({ email: 'oud@voorbeeld.example', wachtwoordHash: old });
		expect(await tryIn(GOED, 'oud@voorbeeld.example')).toBe(id);
		expect(detailAccount(id)?.wachtwoordHash).toContain('m=19456,t=2,p=1');
		expect(await tryIn(GOED, 'oud@voorbeeld.example')).toBe(id);
	});

	test('counts without keeping an address or a name', async () => {
		await tryIn('fout');
		const rows = db().select().from(throttle).all();
		expect(rows.length).toBeGreaterThan(1);
		expect(JSON.stringify(rows)).not.toMatch(/joke|10\.0/);
	});
});
