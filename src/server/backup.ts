import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import * as v from 'valibot';
import { backupsToRemove } from './backup-keep.ts';
import { now } from './clock.ts';
import { config } from './config.ts';
import { db } from './db/db.ts';
import { schemaState } from './db/migrate.ts';
import { linkAll } from './files/copies.ts';
import { flush } from './files/flush.ts';
import { filesDir } from './files/store.ts';
import { appVersion } from './paths.ts';
import { StartError } from './start-error.ts';

const Manifest = v.object({
	app: v.string(),
	schema: v.number(),
	made: v.string(),
	reason: v.string(),
	sha256: v.string(),
	rows: v.record(v.string(), v.number()),
	/** How many files stand beside it; none in a backup of before there were any. */
	files: v.optional(v.number(), 0),
});
export type Manifest = v.InferOutput<typeof Manifest>;

export interface Backup {
	file: string;
	manifest: Manifest;
}

export const backupDir = () => join(config().dataDir, 'backup');
const manifestPath = (file: string) => `${file}.json`;
/** The files people gave, as they were then: there when there were any. */
export const filesOf = (file: string) => file.replace(/\.db$/, '.files');
const countFiles = (file: string) =>
	existsSync(filesOf(file)) ? readdirSync(filesOf(file)).length : 0;
const NAME = /^samenspel-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.db$/;

export async function sha256(file: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return hash.digest('hex');
}

export function countRows(sqlite: Database.Database): Record<string, number> {
	const tables = sqlite
		.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
		.all() as { name: string }[];
	const count = (name: string) =>
		sqlite.prepare(`select count(*) as n from "${name.replaceAll('"', '""')}"`).get() as {
			n: number;
		};
	return Object.fromEntries(tables.map(({ name }) => [name, count(name).n]));
}

function inspect(file: string) {
	const sqlite = new Database(file);
	try {
		// one plain file: a copy in WAL mode would leave -wal and -shm files beside it when it is read
		sqlite.pragma('journal_mode = DELETE');
		return { schema: schemaState(sqlite).version, rows: countRows(sqlite) };
	} finally {
		sqlite.close();
	}
}

/**
 * Copies the database while it is in use, in steps, so that nobody waits. The copy carries its final
 * name only when it is complete and on the disk.
 */
export async function createBackup({
	to = backupDir(),
	reason = 'met de hand',
} = {}): Promise<Backup> {
	mkdirSync(to, { recursive: true, mode: 0o700 });
	const made = now().toISOString();
	const file = join(to, `samenspel-${made.replaceAll(/[:.]/g, '-')}.db`);
	const partial = `${file}.deel`;
	try {
		await db().$client.backup(partial);
		chmodSync(partial, 0o600);
		// after the rows: each row of the copy has its file, for a file is there before its row
		if (existsSync(filesDir())) linkAll(filesDir(), filesOf(file));
		const manifest: Manifest = {
			app: appVersion(),
			made,
			reason,
			...inspect(partial),
			sha256: await sha256(partial),
			files: countFiles(file),
		};
		flush(partial);
		writeFileSync(manifestPath(file), `${JSON.stringify(manifest, null, '\t')}\n`, { mode: 0o600 });
		flush(manifestPath(file));
		renameSync(partial, file);
		return { file, manifest };
	} catch (error) {
		// half a copy takes room, and may be what there is no room for
		rmSync(filesOf(file), { force: true, recursive: true });
		throw error;
	} finally {
		rmSync(partial, { force: true });
	}
}

function readManifest(file: string): Manifest {
	try {
		return v.parse(Manifest, JSON.parse(readFileSync(manifestPath(file), 'utf8')));
	} catch {
		throw new StartError(
			`Bij ${file} hoort een leesbaar bestand ${manifestPath(file)}. Dat is er niet.`,
		);
	}
}

/** Reads a backup from begin to end; nothing is written. Ends with a sentence when it is no good. */
export async function verifyBackup(file: string): Promise<Manifest> {
	const manifest = readManifest(file);
	const wrong = (why: string) => new StartError(`De reservekopie ${file} is niet goed: ${why}.`);
	const hash = await sha256(file).catch(() => undefined);
	if (!hash) throw wrong('het bestand is niet te lezen');
	if (hash !== manifest.sha256) throw wrong('de inhoud is veranderd sinds de kopie gemaakt is');
	if (countFiles(file) !== manifest.files) throw wrong('er missen bestanden die erbij horen');
	const sqlite = new Database(file, { readonly: true });
	try {
		if (sqlite.pragma('integrity_check(1)', { simple: true }) !== 'ok')
			throw wrong('hij is beschadigd');
		if (sqlite.pragma('foreign_key_check', { simple: true }) !== undefined)
			throw wrong('er zijn verwijzingen naar rijen die er niet zijn');
		const rows = countRows(sqlite);
		const differs = Object.keys({ ...rows, ...manifest.rows }).find(
			(t) => rows[t] !== manifest.rows[t],
		);
		if (differs) throw wrong(`het aantal rijen van ${differs} klopt niet`);
	} finally {
		sqlite.close();
	}
	return manifest;
}

/** The backups in a folder, the newest first. */
export function listBackups(folder = backupDir()): { file: string; made: Date }[] {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	return readdirSync(folder)
		.flatMap((name) => {
			const stamp = NAME.exec(name)?.[1];
			if (!stamp) return [];
			const iso = stamp.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/, 'T$1:$2:$3.$4Z');
			return [{ file: join(folder, name), made: new Date(iso) }];
		})
		.sort((a, b) => b.made.getTime() - a.made.getTime());
}

/** The nightly one: makes a backup, reads it back, and lets go of what is older than we keep. */
export async function nightlyBackup() {
	const { file } = await createBackup({ reason: 'nacht' });
	await verifyBackup(file);
	for (const old of backupsToRemove(listBackups(dirname(file)))) {
		rmSync(old.file, { force: true });
		rmSync(manifestPath(old.file), { force: true });
		rmSync(filesOf(old.file), { force: true, recursive: true });
	}
	return basename(file);
}
