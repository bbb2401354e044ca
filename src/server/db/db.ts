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
	// before all else: it is a property of the file from its first table on
	'auto_vacuum = INCREMENTAL',
	'journal_mode = WAL',
	'synchronous = FULL',
	'foreign_keys = ON',
	'busy_timeout = 5000',
	'secure_delete = ON',
	'trusted_schema = OFF',
	'cell_size_check = ON',
	'wal_autocheckpoint = 4000',
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

/** Pages of 4 KiB that are given back to the disk at once: the rest waits for another time. */
const PAGES_AT_ONCE = 10_000;

/** What was deleted becomes room on the disk again. */
export const shrink = (sqlite: Database.Database = db().$client) =>
	void sqlite.pragma(`incremental_vacuum(${PAGES_AT_ONCE})`);

export function closeDb() {
	const open = singleton<Db | undefined>('db', () => undefined);
	forget('db');
	if (open) shrink(open.$client);
	open?.$client.close();
}
