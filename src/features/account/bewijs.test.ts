import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid, TooMany } from '#server/errors.ts';
import { mail } from '#server/tables.server.ts';
import { createAccount, detailAccount, findAccount } from './account.server.ts';
import { detailLink, requestBewijs, useCode, useLink } from './bewijs.server.ts';
import { block } from './blokkade.server.ts';
import { requestEmail, updateEmail } from './email.server.ts';
import { logIn } from './login.server.ts';
import { startSession, validateSession } from './session.server.ts';
import { inlogbewijs } from './tables.server.ts';
import { resetPassword } from './wachtwoord.server.ts';

const JOKE = 'joke@voorbeeld.example';
const HERE = '10.0.0.1';
const MINUTE = 60_000;
let joke: string;

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') });
	joke = createAccount({ email: JOKE });
});
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
const letters = () => db().select().from(mail).all();
const lastMail = () => letters().at(-1)?.body ?? '';
const tokenIn = (text: string) => /\/([\w-]{43})\b/.exec(text)?.[1] ?? '';
const codeIn = (text: string) => /^(\d{3} \d{3})$/m.exec(text)?.[1] ?? '';

function ask(email = JOKE) {
	const id = requestBewijs('inloggen', email, HERE);
	return { id, token: tokenIn(lastMail()), code: codeIn(lastMail()) };
}

describe('a link or code to log in', () => {
	test('proves the account once', () => {
		const { token } = ask();
		expect(detailLink('inloggen', token)).toEqual({ state: 'goed', email: JOKE });
		expect(detailLink('inloggen', token).state).toBe('goed');
		expect(useLink('inloggen', token)).toBe(joke);
		expect(useLink('inloggen', token)).toBeUndefined();
		expect(detailLink('inloggen', token).state).toBe('gebruikt');
	});

	test('takes the code with it, and the other way round', () => {
		const one = ask();
		useLink('inloggen', one.token);
		expect(useCode(one.id, one.code)).toBeUndefined();
		const two = ask();
		expect(useCode(two.id, two.code)).toBe(joke);
		expect(useLink('inloggen', two.token)).toBeUndefined();
	});

	test('the link lasts fifteen minutes, the code ten', () => {
		const one = ask();
		pass(10 * MINUTE);
		expect(useCode(one.id, one.code)).toBeUndefined();
		expect(detailLink('inloggen', one.token).state).toBe('goed');
		pass(5 * MINUTE);
		expect(detailLink('inloggen', one.token).state).toBe('te-laat');
		expect(useLink('inloggen', one.token)).toBeUndefined();
	});

	test('five wrong codes and the right one comes too late; another request is no help', () => {
		const { id, code } = ask();
		const wrong = code === '111 111' ? '222222' : '111111';
		expect(useCode('aaaaaaaaaaaaaaaaaaaa', code)).toBeUndefined();
		for (let i = 0; i < 5; i++) expect(useCode(id, wrong)).toBeUndefined();
		expect(useCode(id, code)).toBeUndefined();
	});

	test('is no password link, nor the other way round', () => {
		const { token } = ask();
		expect(detailLink('wachtwoord', token).state).toBe('onbekend');
		expect(useLink('wachtwoord', token)).toBeUndefined();
	});

	test('only hashes are stored', () => {
		const { token, code } = ask();
		const stored = JSON.stringify(db().select().from(inlogbewijs).all());
		expect(stored).not.toContain(token);
		expect(stored).not.toContain(code.replace(' ', ''));
	});

	test('an unknown or blocked address gets the same answer and no mail', () => {
		const known = ask().id;
		const unknown = ask('niemand@voorbeeld.example').id;
		block(joke, '', { door: null });
		const blocked = ask().id;
		expect(letters()).toHaveLength(1);
		for (const id of [known, unknown, blocked]) expect(id).toMatch(/^[a-z2-7]{20}$/);
	});

	test('fifty requests: three mails in an hour to one person, and then silence', () => {
		const ids: unknown[] = [];
		for (let i = 0; i < 50; i++) ids.push(requestBewijs('inloggen', JOKE, `10.0.${i}.1`));
		expect(new Set(ids).size).toBe(50);
		expect(letters()).toHaveLength(3);
		pass(60 * MINUTE);
		ask();
		expect(letters()).toHaveLength(4);
	});

	test('twenty in an hour from one address, known or not', () => {
		for (let i = 0; i < 20; i++) ask(`p${i}@voorbeeld.example`);
		expect(() => ask('p20@voorbeeld.example')).toThrow(TooMany);
		expect(() => ask()).toThrow(TooMany);
	});

	test('two hundred in an hour from the whole server', () => {
		for (let i = 0; i < 210; i++) {
			const email = `p${i}@voorbeeld.example`;
			createAccount({ email });
			requestBewijs('inloggen', email, `10.1.${i}.1`);
		}
		expect(letters()).toHaveLength(200);
	});
});

describe('a new password', () => {
	test('comes with a link of an hour, ends every session and opens the lock', async () => {
		for (let i = 0; i < 7; i++)
			await logIn({ email: JOKE, wachtwoord: 'fout' }, { address: HERE }).catch(() => {});
		const { token: sessie } = await startSession({
			accountId: joke,
			persoonId: null,
			sharedDevice: false,
			device: '',
		});
		requestBewijs('wachtwoord', JOKE, HERE);
		const token = tokenIn(lastMail());
		pass(59 * MINUTE);
		await expect(resetPassword(token, 'joke12345678')).rejects.toBeInstanceOf(Invalid);
		expect(await resetPassword(token, 'vier stoelen en een lege')).toBe(joke);
		expect(await resetPassword(token, 'vijf stoelen en een volle')).toBeUndefined();
		expect(await validateSession(sessie)).toBeNull();
		const again = { email: JOKE, wachtwoord: 'vier stoelen en een lege' };
		expect(await logIn(again, { address: HERE })).toBe(joke);
	});

	test('not after an hour', async () => {
		requestBewijs('wachtwoord', JOKE, HERE);
		pass(60 * MINUTE);
		expect(await resetPassword(tokenIn(lastMail()), 'vier stoelen en een lege')).toBeUndefined();
		expect(detailAccount(joke)?.wachtwoordHash).toBeNull();
	});
});

describe('another address', () => {
	test('counts after it was opened there, and the old one hears of it', () => {
		requestEmail(joke, 'Nieuw@Voorbeeld.example');
		expect(detailAccount(joke)?.email).toBe(JOKE);
		const token = tokenIn(lastMail());
		expect(letters().at(-1)?.recipient).toBe('nieuw@voorbeeld.example');
		expect(updateEmail(token)).toBe(joke);
		expect(detailAccount(joke)?.email).toBe('nieuw@voorbeeld.example');
		expect(letters().at(-1)?.recipient).toBe(JOKE);
		expect(updateEmail(token)).toBeUndefined();
	});

	test('of somebody else stays theirs', () => {
		const other = createAccount({ email: 'ander@voorbeeld.example' });
		requestEmail(joke, 'ander@voorbeeld.example');
		expect(letters()).toEqual([]);
		expect(findAccount('ander@voorbeeld.example')?.id).toBe(other);
	});
});
