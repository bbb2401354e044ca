import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from './config.ts';
import { singleton } from './singleton.ts';

export const secretsDir = (dataDir = config().dataDir) => join(dataDir, 'secrets');

const decode = (text: string) =>
	Buffer.from(text, /^[0-9a-fA-F]{64}$/.test(text) ? 'hex' : 'base64');

function madeKey(): Buffer {
	const folder = secretsDir();
	const file = join(folder, 'app.key');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	try {
		// `wx`: of two processes that start on an empty folder one makes the key, both read it
		writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	const key = decode(readFileSync(file, 'utf8').trim());
	if (key.length !== 32) throw new Error(`Het bestand ${file} hoort 32 bytes in base64 te zijn.`);
	return key;
}

/** The key of this installation: from APP_KEY, else one that is made in the data folder once. */
const appKey = (): Buffer =>
	singleton('app-key', () => (config().appKey ? decode(config().appKey) : madeKey()));

/** Makes the key now, so that a folder that cannot be written stops the start, not a visitor. */
export function prepareSecrets() {
	appKey();
}

/** A key for one purpose: what is keyed for one thing proves nothing for another. */
const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', appKey(), '', purpose, 32));

/** HMAC-SHA-256 in hex. For codes that must be looked up, but cannot be guessed from the database. */
export const hmac = (purpose: string, text: string): string =>
	createHmac('sha256', keyFor(purpose)).update(text).digest('hex');

/**
 * A secret of 128 bits that follows from the id of a row, so that it can be shown again: the
 * database keeps its hash and cannot make it.
 */
export const secretFor = (purpose: string, id: string): string =>
	Buffer.from(hmac(purpose, id), 'hex').subarray(0, 16).toString('base64url');

/** Compares two hashes without telling by its time where they differ. */
export function sameHash(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}
