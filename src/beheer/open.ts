import { existsSync } from 'node:fs';
import { config } from '#server/config.ts';
import { databasePath, db } from '#server/db/db.ts';
import { pendingMigrations } from '#server/db/migrate.ts';
import { prepareDataDir, releaseLock, tryLock } from '#server/lock.ts';
import { prepareSecrets } from '#server/secrets.ts';
import { openAndMigrate } from '#server/start.ts';
import { StartError } from '#server/start-error.ts';

/**
 * Opens the data folder for a command. When nothing runs on it, it is made ready first, as a start of
 * the server would. When the server runs, the command works beside it: SQLite keeps the two apart.
 */
export async function openData() {
	const { dataDir } = config();
	prepareDataDir(dataDir);
	prepareSecrets();
	if (tryLock(dataDir)) {
		try {
			await openAndMigrate();
		} finally {
			releaseLock(dataDir);
		}
		return;
	}
	if (!existsSync(databasePath(dataDir)) || pendingMigrations(db().$client).length > 0)
		throw new StartError('Samenspel start net op. Probeer het over een minuut opnieuw.');
}
