import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createBackup } from './backup.ts';
import { config } from './config.ts';
import { checkDatabase } from './db/check.ts';
import { closeDb, databasePath, db } from './db/db.ts';
import { migrateDatabase, pendingMigrations, schemaState } from './db/migrate.ts';
import { startJobs, type Job } from './jobs/schedule.ts';
import { lockDataDir, prepareDataDir, releaseLock } from './lock.ts';
import { log } from './log.ts';
import { startMail } from './mail/outbox.ts';
import { prepareSecrets } from './secrets.ts';
import { forget, singleton } from './singleton.ts';

/**
 * Opens the data folder: lock, key, database, migrations, periodic work. Safe to call again: the
 * second call waits for the first. Ends with a StartError that says in one sentence what is wrong.
 */
export async function startUp(jobs: readonly Job[] = []) {
	try {
		await singleton('start-up', prepare);
	} catch (error) {
		forget('start-up');
		closeDb();
		releaseLock(config().dataDir);
		throw error;
	}
	startMail();
	startJobs(jobs);
}

async function prepare() {
	const { dataDir } = config();
	prepareDataDir(dataDir);
	lockDataDir(dataDir);
	prepareSecrets();
	await openAndMigrate();
}

/** The caller holds the lock. An existing database is copied before its schema changes. */
export async function openAndMigrate() {
	const { dataDir } = config();
	const path = databasePath(dataDir);
	const existed = existsSync(path);
	checkDatabase(path);
	const pending = pendingMigrations(db().$client).length;
	if (pending === 0) return;
	if (existed && schemaState(db().$client).version > 0) {
		const { file } = await createBackup({ to: join(dataDir, 'backup'), reason: 'migratie' });
		log.info({ event: 'backup.made', object: `backup:${file}`, result: 'ok' });
	}
	migrateDatabase(db());
	log.info({ event: 'schema.migrated', object: 'schema', result: pending });
}

/** Closes what `startUp` opened. */
export function shutDown() {
	closeDb();
	releaseLock(config().dataDir);
	forget('start-up');
}
