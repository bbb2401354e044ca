import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { now } from './clock.ts';
import { sameHash, secretsDir } from './secrets.ts';

const HOURS = 24;
const Stored = v.object({ hash: v.string(), expiresAt: v.number() });

const file = () => join(secretsDir(), 'setup-key.json');
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/**
 * A key for the first-time set-up on a public address; the newest replaces the one before it. Only
 * its hash is kept, in the data folder: whoever can make one is at home on this machine anyhow.
 */
export function makeSetupKey(): { key: string; expiresAt: Date } {
	const key = randomBytes(32).toString('base64url');
	const expiresAt = new Date(now().getTime() + HOURS * 3_600_000);
	mkdirSync(secretsDir(), { recursive: true, mode: 0o700 });
	const text = JSON.stringify({ hash: hashOf(key), expiresAt: expiresAt.getTime() });
	writeFileSync(file(), text, { mode: 0o600 });
	return { key, expiresAt };
}

function stored() {
	try {
		return v.parse(Stored, JSON.parse(readFileSync(file(), 'utf8')));
	} catch {
		return undefined; // none was made, or it was used
	}
}

/** Looks only: the key stays good until `spendSetupKey`. */
export function checkSetupKey(key: string): boolean {
	const known = stored();
	return (
		known !== undefined && known.expiresAt > now().getTime() && sameHash(known.hash, hashOf(key))
	);
}

/** True once for a good key. Call it in the request that finishes the set-up. */
export function spendSetupKey(key: string): boolean {
	if (!checkSetupKey(key)) return false;
	rmSync(file(), { force: true });
	return true;
}
