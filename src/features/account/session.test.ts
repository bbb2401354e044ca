import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import {
	endAccountSessions,
	endSession,
	listSessions,
	startSession,
	validateSession,
} from './session.server.ts';
import { account, accountBlokkade, session } from './tables.server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') });
	db().insert(account).values({ id: 'a', email: 'joke@voorbeeld.example' }).run();
});
afterEach(() => void vi.useRealTimers());

const start = (sharedDevice = false) =>
	startSession({ accountId: 'a', persoonId: null, sharedDevice, device: 'Firefox op Windows' });
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('a session', () => {
	test('is found by its token, of which only the hash is stored', async () => {
		const { token } = await start();
		expect(await validateSession(token)).toMatchObject({
			accountId: 'a',
			email: 'joke@voorbeeld.example',
			persoonId: null,
		});
		const stored = JSON.stringify(db().select().from(session).all());
		expect(stored).not.toContain(token);
		expect(await validateSession(db().select().from(session).get()!.tokenHash)).toBeNull();
	});

	test.each([
		['own device', false, 8 * HOUR],
		['shared device', true, 30 * MINUTE],
	])('ends when idle: %s', async (_name, sharedDevice, idle) => {
		const { token } = await start(sharedDevice);
		pass(idle - MINUTE);
		expect(await validateSession(token)).not.toBeNull();
		pass(idle - MINUTE);
		expect(await validateSession(token)).not.toBeNull();
		pass(idle + 1);
		expect(await validateSession(token)).toBeNull();
		expect(listSessions('a')).toEqual([]);
	});

	test.each([
		['own device', false, 7 * 24 * HOUR, HOUR],
		['shared device', true, 2 * HOUR, 10 * MINUTE],
	])('ends after a fixed time however busy: %s', async (_name, sharedDevice, absolute, step) => {
		const { token } = await start(sharedDevice);
		for (let t = step; t < absolute; t += step) {
			pass(step);
			expect(await validateSession(token), String(t)).not.toBeNull();
		}
		pass(step);
		expect(await validateSession(token)).toBeNull();
	});

	test('stops at once when the account is blocked', async () => {
		const { token } = await start();
		db().insert(accountBlokkade).values({ accountId: 'a' }).run();
		expect(await validateSession(token)).toBeNull();
		expect(db().select().from(session).all()).toEqual([]);
	});

	test('number twenty-one ends the oldest', async () => {
		const first = await start();
		for (let i = 0; i < 20; i++) {
			pass(1000);
			await start();
		}
		expect(await validateSession(first.token)).toBeNull();
		expect(listSessions('a')).toHaveLength(20);
	});

	test('one ends, or all others, and never that of another account', async () => {
		db().insert(account).values({ id: 'b', email: 'b@voorbeeld.example' }).run();
		const [one, two, three] = [await start(), await start(), await start()];
		const hash = (await validateSession(one.token))!.tokenHash;
		endSession('b', hash);
		expect(await validateSession(one.token)).not.toBeNull();
		endSession('a', hash);
		expect(await validateSession(one.token)).toBeNull();
		endAccountSessions('a', (await validateSession(two.token))!.tokenHash);
		expect(await validateSession(two.token)).not.toBeNull();
		expect(await validateSession(three.token)).toBeNull();
	});

	test.each(['', '%E0%A4%A', 'x'.repeat(500), "' or 1=1 --"])(
		'nonsense is nobody: %#',
		async (t) => {
			expect(await validateSession(t)).toBeNull();
		},
	);
});
