import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { record } from './audit.ts';
import { countRows, filesOf, verifyBackup, type Manifest } from './backup.ts';
import { now } from './clock.ts';
import { config } from './config.ts';
import { closeDb, databasePath, db } from './db/db.ts';
import { linkAll } from './files/copies.ts';
import { flush } from './files/flush.ts';
import { filesDir } from './files/store.ts';
import { lockDataDir, prepareDataDir } from './lock.ts';
import { prepareSecrets } from './secrets.ts';
import { openAndMigrate } from './start.ts';
import { StartError } from './start-error.ts';

export interface Restored {
	manifest: Manifest;
	/** Where the database that was there went, if there was one. */
	aside?: string;
	rows: Record<string, number>;
}

function moveAside(dataDir: string): string {
	const aside = join(dataDir, `opzij-${now().toISOString().replaceAll(/[:.]/g, '-')}`);
	mkdirSync(aside, { mode: 0o700 });
	const path = databasePath(dataDir);
	// the log belongs to this database: beside another one it would damage it
	for (const name of [path, `${path}-wal`, `${path}-shm`, filesDir(dataDir)])
		if (existsSync(name)) renameSync(name, join(aside, name.slice(dataDir.length + 1)));
	return aside;
}

/**
 * Puts a backup in the place of the database. The server must stand still. `outdate` makes void what
 * others still have of after the backup: who may come in is decided by the restored data, not by a
 * cookie, and what a text says not by the copy of it in a browser.
 */
export async function restoreBackup(
	file: string,
	{ force, outdate }: { force: boolean; outdate: () => void },
): Promise<Restored> {
	const { dataDir } = config();
	prepareDataDir(dataDir);
	lockDataDir(dataDir);
	const path = databasePath(dataDir);
	if (existsSync(path) && !force)
		throw new StartError(
			`In ${dataDir} staat al een database. Geef --force op: dan gaat die eerst opzij, niet weg.`,
		);
	const manifest = await verifyBackup(file);
	const partial = `${path}.deel`;
	copyFileSync(file, partial);
	chmodSync(partial, 0o600);
	flush(partial);
	closeDb();
	const aside = existsSync(path) ? moveAside(dataDir) : undefined;
	renameSync(partial, path);
	linkAll(filesOf(file), filesDir(dataDir));
	const rows = countRestored();
	prepareSecrets();
	await openAndMigrate();
	outdate();
	record({ actor: 'systeem', action: 'terugzetten', object: `backup:${manifest.made}` });
	return { manifest, aside, rows };
}

const countRestored = () => countRows(db().$client);
