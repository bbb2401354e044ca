import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartError } from './start-error.ts';
import { forget, singleton } from './singleton.ts';

/** SQLite's locks and its write-ahead log do not work over these (sqlite.org/howtocorrupt.html). */
const NETWORK_FILE_SYSTEMS = new Map([
	[0x6969, 'NFS'],
	[0x517b, 'SMB'],
	[0xff534d42, 'CIFS'],
	[0xfe534d42, 'SMB2'],
	[0x5346414f, 'AFS'],
]);

export const networkFileSystem = (type: number) => NETWORK_FILE_SYSTEMS.get(type >>> 0);

export const lockPath = (dataDir: string) => join(dataDir, 'lock');
const holderPath = (dataDir: string) => join(dataDir, 'lock.pid');

/** Makes the data folder, readable for its owner only, and refuses one that would lose data. */
export function prepareDataDir(dataDir: string) {
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new StartError(`De gegevensmap ${dataDir} kan niet gemaakt worden (${code}).`);
	}
	const network = process.platform === 'linux' && networkFileSystem(statfsSync(dataDir).type);
	if (network)
		throw new StartError(
			`De gegevensmap ${dataDir} staat op een netwerkschijf (${network}). Daar raakt de database stuk. Kies een map op een schijf van deze computer.`,
		);
}

function holder(dataDir: string): string {
	try {
		return `, proces ${readFileSync(holderPath(dataDir), 'utf8').trim()}`;
	} catch {
		return '';
	}
}

function open(dataDir: string, patience: number): Database.Database | undefined {
	const lock = new Database(lockPath(dataDir), { timeout: patience });
	try {
		lock.exec('BEGIN EXCLUSIVE');
		return lock;
	} catch (error) {
		lock.close();
		if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined;
		throw error;
	}
}

/**
 * One process per data folder. The lock is an exclusive transaction on a small SQLite file that is
 * never committed: Node has no file locks of its own, SQLite has them on every system, and the
 * operating system lets go of them when the process ends, also after `kill -9`. So there is no
 * stale lock to remove by hand, and no guess whether an old process number still lives.
 * Returns false when another process still holds it after `patience` milliseconds.
 */
export function tryLock(dataDir: string, patience = 0): boolean {
	const lock = singleton<Database.Database | undefined>('lock', () => {
		try {
			return open(dataDir, patience);
		} catch (error) {
			const { code } = error as { code?: string };
			throw new StartError(`In de gegevensmap ${dataDir} kan niet geschreven worden (${code}).`);
		}
	});
	if (!lock) return false;
	writeFileSync(holderPath(dataDir), `${process.pid}\n`, { mode: 0o600 });
	return true;
}

/** Long enough for the process before this one to finish its clean stop. */
const PATIENCE = 2000;

export function lockDataDir(dataDir: string) {
	if (tryLock(dataDir, PATIENCE)) return;
	throw new StartError(
		`De gegevensmap ${dataDir} is al in gebruik (slot ${lockPath(dataDir)}${holder(dataDir)}). Stop eerst dat proces.`,
	);
}

export function releaseLock(dataDir: string) {
	const lock = singleton<Database.Database | undefined>('lock', () => undefined);
	forget('lock');
	if (!lock) return;
	rmSync(holderPath(dataDir), { force: true });
	lock.close();
}
