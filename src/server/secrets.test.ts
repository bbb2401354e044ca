import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { setConfig } from './http/test-http.ts';
import { hmac, prepareSecrets, secretFor } from './secrets.ts';
import { checkSetupKey, makeSetupKey, spendSetupKey } from './setup-key.ts';
import { forget } from './singleton.ts';

let dataDir: string;
beforeEach(() => {
	forget('app-key');
	dataDir = mkdtempSync(join(tmpdir(), 'samenspel-secrets-'));
	setConfig({ DATA_DIR: dataDir });
	vi.useRealTimers();
});

describe('the key of the installation', () => {
	it('is made once, for the owner only', () => {
		const first = hmac('code', '123');
		forget('app-key');
		expect(hmac('code', '123')).toBe(first);
		expect(statSync(join(dataDir, 'secrets', 'app.key')).mode & 0o777).toBe(0o600);
	});

	it('from the environment comes before one in the folder', () => {
		const made = hmac('code', '123');
		forget('app-key');
		setConfig({ DATA_DIR: dataDir, APP_KEY: 'qJ3v9mWZk0y1Qd7nT5bXcR8uLhE2sFgPaNoIiVtYwDk=' });
		expect(hmac('code', '123')).not.toBe(made);
	});

	it('proves nothing for another purpose', () => {
		expect(hmac('a', 'x')).not.toBe(hmac('b', 'x'));
	});

	it('that was damaged stops the start', () => {
		prepareSecrets();
		writeFileSync(join(dataDir, 'secrets', 'app.key'), 'kort');
		forget('app-key');
		expect(prepareSecrets).toThrow('app.key');
	});
});

describe('the key for the first-time set-up', () => {
	it('works once', () => {
		const { key } = makeSetupKey();
		expect(checkSetupKey(key)).toBe(true);
		expect(checkSetupKey(`${key}x`)).toBe(false);
		expect(spendSetupKey(key)).toBe(true);
		expect(spendSetupKey(key)).toBe(false);
		expect(checkSetupKey(key)).toBe(false);
	});

	it('is replaced by the next, and is not readable in the folder', () => {
		const { key: first } = makeSetupKey();
		const { key } = makeSetupKey();
		expect(checkSetupKey(first)).toBe(false);
		expect(readFileSync(join(dataDir, 'secrets', 'setup-key.json'), 'utf8')).not.toContain(key);
	});

	it('is good for a day', () => {
		const { key, expiresAt } = makeSetupKey();
		vi.useFakeTimers({ toFake: ['Date'], now: expiresAt.getTime() - 1000 });
		expect(checkSetupKey(key)).toBe(true);
		vi.setSystemTime(expiresAt);
		expect(checkSetupKey(key)).toBe(false);
	});
});

test('a secret of a row is the same each time, and another for each row and purpose', () => {
	const own = secretFor('agendafeed', 'rijaaaaaaaaaaaaaaaaa');
	expect(own).toMatch(/^[\w-]{22}$/);
	expect(secretFor('agendafeed', 'rijaaaaaaaaaaaaaaaaa')).toBe(own);
	expect(secretFor('agendafeed', 'rijbbbbbbbbbbbbbbbbb')).not.toBe(own);
	expect(secretFor('aanmelding', 'rijaaaaaaaaaaaaaaaaa')).not.toBe(own);
	forget('app-key');
	setConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'samenspel-secrets-')) });
	expect(secretFor('agendafeed', 'rijaaaaaaaaaaaaaaaaa')).not.toBe(own);
});
