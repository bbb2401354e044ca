import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Room that we keep for a bad day. On a disk without any room SQLite cannot even delete; once this
 * file is gone, logging in and clearing up work again.
 */
export const BALLAST = 32 * 2 ** 20;

export const ballastPath = (dataDir: string) => join(dataDir, 'ballast');

/** Bytes of it that are not there (any more). */
export const missingBallast = (dataDir: string) =>
	BALLAST - (statSync(ballastPath(dataDir), { throwIfNoEntry: false })?.size ?? 0);

/** Random bytes: a file of zeros takes no room on a disk that compresses. */
export function makeBallast(dataDir: string) {
	if (existsSync(ballastPath(dataDir))) return;
	const partial = `${ballastPath(dataDir)}.deel`;
	try {
		writeFileSync(partial, randomBytes(BALLAST), { mode: 0o600 });
		renameSync(partial, ballastPath(dataDir));
	} catch (error) {
		rmSync(partial, { force: true });
		throw error;
	}
}

export const releaseBallast = (dataDir: string) => rmSync(ballastPath(dataDir), { force: true });
