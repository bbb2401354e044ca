import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listBackups, verifyBackup } from '../backup.ts';
import { config } from '../config.ts';
import { setConfig } from '../http/test-http.ts';
import { projectRoot } from '../paths.ts';
import { shutDown, startUp } from '../start.ts';
import { TestProcess } from '../test-process.ts';
import { closeDb, db } from './db.ts';
import { pendingMigrations, schemaState } from './migrate.ts';

// real files and real processes, on a machine that does more at once
vi.setConfig({ testTimeout: 30_000 });

let env: { DATA_DIR: string; MIGRATIONS_DIR: string };

/** A later version of the program: one more migration. Gives the file it stands in. */
function addMigration(sql: string): string {
	const path = join(env.MIGRATIONS_DIR, 'meta', '_journal.json');
	const journal = JSON.parse(readFileSync(path, 'utf8')) as {
		entries: { idx: number; when: number; tag: string }[];
	};
	const last = journal.entries.at(-1)!;
	const entry = { ...last, idx: last.idx + 1, when: last.when + 1, tag: `later_${last.idx + 1}` };
	journal.entries.push(entry);
	writeFileSync(path, JSON.stringify(journal));
	const file = join(env.MIGRATIONS_DIR, `${entry.tag}.sql`);
	writeFileSync(file, sql);
	return file;
}
const hasTable = (name: string) =>
	db().$client.prepare('select 1 from sqlite_master where name = ?').get(name) !== undefined;

beforeEach(async () => {
	closeDb();
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-migrate-'));
	env = { DATA_DIR: join(folder, 'data'), MIGRATIONS_DIR: join(folder, 'drizzle') };
	cpSync(join(projectRoot(), 'drizzle'), env.MIGRATIONS_DIR, { recursive: true });
	setConfig(env);
	await startUp();
	shutDown();
});
afterEach(() => {
	shutDown();
	setConfig({});
});

it('makes no backup when nothing changes', async () => {
	await startUp();
	expect(listBackups()).toEqual([]);
});

it('copies an existing database before its schema changes', async () => {
	addMigration('create table later (x text);');
	await startUp();
	expect(hasTable('later')).toBe(true);
	const [backup] = listBackups();
	const manifest = await verifyBackup(backup!.file);
	expect(manifest.reason).toBe('migratie');
	expect(manifest.rows).not.toHaveProperty('later');
	expect(schemaState(db().$client).version).toBeGreaterThan(manifest.schema);
});

it('happens whole or not at all', async () => {
	addMigration(
		'create table later (x text);--> statement-breakpoint\ncreate table later (x text);',
	);
	await expect(startUp()).rejects.toThrow('already exists');
	expect(hasTable('later')).toBe(false);
	expect(pendingMigrations(db().$client)).toHaveLength(1);
});

it('is refused when it would leave a row without what it refers to', async () => {
	addMigration(
		`create table boom (id text primary key);--> statement-breakpoint
		create table blad (aan text references boom (id));--> statement-breakpoint
		insert into blad values ('weg');`,
	);
	await expect(startUp()).rejects.toThrow('foreign key');
	expect(hasTable('blad')).toBe(false);
});

it('that was killed half way is done again at the next start', async () => {
	// counts to many millions inside the transaction: there is time to kill it there
	const file = addMigration(
		`create table later (n integer);--> statement-breakpoint
		insert into later with recursive c(n) as (select 1 union all select n + 1 from c where n < 20000000) select n from c;`,
	);
	const code = `console.log('begin'); await (await import('#server/start.ts')).startUp(); console.log('open');`;
	const child = new TestProcess(code, env);
	await child.said('begin');
	await expect
		.poll(() => listBackups(join(config().dataDir, 'backup')).length, { timeout: 10_000 })
		.toBe(1);
	await child.kill('SIGKILL');
	expect(child.output).not.toContain('open');
	writeFileSync(file, 'create table later (n integer);');
	await startUp();
	expect(hasTable('later')).toBe(true);
	expect(db().$client.pragma('integrity_check', { simple: true })).toBe('ok');
}, 30_000);
