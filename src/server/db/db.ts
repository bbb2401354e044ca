import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { config } from '../config.ts';
import { prepareDataDir } from '../lock.ts';
import { forget, singleton } from '../singleton.ts';

export type Db = BetterSQLite3Database & { $client: Database.Database };

/** Settings of every connection; why each: docs/beheer.md. */
const PRAGMAS = [
	'journal_mode = WAL',
	'synchronous = FULL',
	'foreign_keys = ON',
	'busy_timeout = 5000',
	'secure_delete = ON',
	'trusted_schema = OFF',
	'cell_size_check = ON',
	'wal_autocheckpoint = 1000',
	'journal_size_limit = 67108864',
	'temp_store = MEMORY',
];

export const databasePath = (dataDir: string) => join(dataDir, 'data.db');

/** Opens a database file (or `:memory:`, or the bytes of one) with the settings that nothing is lost under. */
export function openDatabase(path: string | Buffer): Db {
	const sqlite = new Database(path);
	if (typeof path === 'string' && path !== ':memory:') chmodSync(path, 0o600);
	for (const pragma of PRAGMAS) sqlite.pragma(pragma);
	return drizzle({ client: sqlite }) as Db;
}

/** The one handle of this process. Calls are synchronous: there is nothing to await. */
export const db = (): Db =>
	singleton('db', () => {
		prepareDataDir(config().dataDir);
		return openDatabase(databasePath(config().dataDir));
	});

export function closeDb() {
	const open = singleton<Db | undefined>('db', () => undefined);
	forget('db');
	open?.$client.close();
}
