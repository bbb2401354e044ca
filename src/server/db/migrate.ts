import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import type Database from 'better-sqlite3';
import { config } from '../config.ts';
import { StartError } from '../start-error.ts';
import type { Db } from './db.ts';

/** Where Drizzle's own migrator keeps its list; kept the same, so that its tools still fit. */
const TABLE = '__drizzle_migrations';

export interface SchemaState {
	/** When the last migration that was applied was made: the version of the schema. */
	version: number;
	applied: number[];
}

/** Which migrations this database has seen; none when it is new. */
export function schemaState(sqlite: Database.Database): SchemaState {
	const exists = sqlite.prepare(`select 1 from sqlite_master where name = ?`).get(TABLE);
	const rows = exists
		? (sqlite.prepare(`select created_at as at from ${TABLE} order by created_at`).all() as {
				at: number;
			}[])
		: [];
	const applied = rows.map((row) => Number(row.at));
	return { version: applied.at(-1) ?? 0, applied };
}

const known = () => readMigrationFiles({ migrationsFolder: config().migrationsDir });

/** The schema that this code expects. */
export const codeVersion = () => known().at(-1)?.folderMillis ?? 0;

/** What is still to be applied. A database that knows more than this code is refused. */
export function pendingMigrations(sqlite: Database.Database): MigrationMeta[] {
	const { applied } = schemaState(sqlite);
	const files = known();
	const ours = new Set(files.map((file) => file.folderMillis));
	if (applied.some((at) => !ours.has(at)))
		throw new StartError(
			`De database ${sqlite.name} is gemaakt door een nieuwere of andere versie van Samenspel. Start die versie, of zet een oudere reservekopie terug (zie docs/beheer.md).`,
		);
	return files.filter((file) => !applied.includes(file.folderMillis));
}

function apply(sqlite: Database.Database, { sql, hash, folderMillis }: MigrationMeta) {
	sqlite.exec('BEGIN IMMEDIATE');
	try {
		for (const statement of sql) sqlite.exec(statement);
		if (sqlite.pragma('foreign_key_check', { simple: true }) !== undefined)
			throw new Error('foreign key check failed');
		sqlite.prepare(`insert into ${TABLE} (hash, created_at) values (?, ?)`).run(hash, folderMillis);
		sqlite.exec('COMMIT');
	} catch (error) {
		if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
		throw error;
	}
}

/** Applies what is pending, each migration whole or not at all, and returns how many. */
export function migrateDatabase({ $client: sqlite }: Pick<Db, '$client'>): number {
	const pending = pendingMigrations(sqlite);
	sqlite.exec(
		`create table if not exists ${TABLE} (id integer primary key autoincrement, hash text not null, created_at numeric)`,
	);
	// SQLite ignores this inside a transaction; a table that is rebuilt must not cascade its delete
	sqlite.pragma('foreign_keys = OFF');
	try {
		for (const migration of pending) apply(sqlite, migration);
	} finally {
		sqlite.pragma('foreign_keys = ON');
	}
	return pending.length;
}
