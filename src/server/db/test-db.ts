import { forget, singleton } from '../singleton.ts';
import { openDatabase, type Db } from './db.ts';
import { migrateDatabase } from './migrate.ts';

/** Migrating takes longer than most tests: it is done once, and its outcome copied. */
const migrated = () =>
	singleton('test-db', () => {
		const database = openDatabase(':memory:');
		migrateDatabase(database);
		return database.$client.serialize();
	});

/** For tests: an empty, migrated database in memory as the one handle of this process. */
export function freshDb(): Db {
	forget('db');
	return singleton('db', () => openDatabase(migrated()));
}
