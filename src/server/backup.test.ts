import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { record, verifyAudit } from './audit.ts';
import { backupsToRemove } from './backup-keep.ts';
import { createBackup, filesOf, listBackups, nightlyBackup, verifyBackup } from './backup.ts';
import { closeDb, db } from './db/db.ts';
import { readStored, removeStored, writeStored } from './files/store.ts';
import { setConfig } from './http/test-http.ts';
import { restoreBackup } from './restore.ts';
import { shutDown, startUp } from './start.ts';
import { audit } from './tables.server.ts';

// real files and real processes, on a machine that does more at once
vi.setConfig({ testTimeout: 30_000 });

let dataDir: string;
let folder: string;
const temporary = () => mkdtempSync(join(tmpdir(), 'samenspel-backup-'));

beforeEach(async () => {
	closeDb();
	dataDir = temporary();
	folder = temporary();
	setConfig({ DATA_DIR: dataDir });
	await startUp();
	record({ actor: 'a', action: 'inloggen', object: 'account:a' });
});
afterEach(shutDown);

const quiet = { force: false, outdate: () => {} };

describe('a backup', () => {
	it('is two files for the owner only, and is good', async () => {
		const { file, manifest } = await createBackup({ to: folder });
		expect(readdirSync(folder)).toHaveLength(2);
		for (const name of readdirSync(folder))
			expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
		expect(manifest.rows.audit).toBe(1);
		expect(await verifyBackup(file)).toEqual(manifest);
		expect(readdirSync(folder)).toHaveLength(2);
	});

	it('holds what was written while it was made', async () => {
		const making = createBackup({ to: folder });
		record({ actor: 'a', action: 'uitloggen', object: 'account:a' });
		const { file } = await making;
		expect((await verifyBackup(file)).rows.audit).toBeGreaterThan(0);
	});

	it('is not good when a byte changed', async () => {
		const { file } = await createBackup({ to: folder });
		const bytes = readFileSync(file);
		bytes[bytes.length - 1]! ^= 1;
		writeFileSync(file, bytes);
		await expect(verifyBackup(file)).rejects.toThrow('veranderd');
	});

	it('is not good without its manifest', async () => {
		await expect(verifyBackup(join(folder, 'iets.db'))).rejects.toThrow(
			'hoort een leesbaar bestand',
		);
	});

	it('holds the files that people gave, and is not good when one is missing', async () => {
		const id = 'a'.repeat(20);
		writeStored(id, Buffer.from('plaatje'));
		const { file, manifest } = await createBackup({ to: folder });
		expect(manifest.files).toBe(1);
		removeStored(id);
		expect(readFileSync(join(filesOf(file), id), 'utf8')).toBe('plaatje');
		shutDown();
		setConfig({ DATA_DIR: temporary() });
		await restoreBackup(file, quiet);
		expect((await readStored(id))?.toString()).toBe('plaatje');
		rmSync(join(filesOf(file), id));
		await expect(verifyBackup(file)).rejects.toThrow('er missen bestanden');
	});

	it('of the night stands in the data folder', async () => {
		await nightlyBackup();
		expect(listBackups()).toHaveLength(1);
	});
});

describe('a restore', () => {
	it('brings back exactly what was there, ends sessions and says so in the audit', async () => {
		const { file, manifest } = await createBackup({ to: folder });
		shutDown();
		setConfig({ DATA_DIR: temporary() });
		let ended = 0;
		const { rows, aside } = await restoreBackup(file, {
			force: false,
			outdate: () => void ended++,
		});
		expect(rows).toEqual(manifest.rows);
		expect(aside).toBeUndefined();
		expect(ended).toBe(1);
		const lines = db().select().from(audit).all();
		expect(lines.map(({ action }) => action)).toEqual(['inloggen', 'terugzetten']);
		expect(verifyAudit().broken).toEqual([]);
	});

	it('refuses while a database stands there', async () => {
		const { file } = await createBackup({ to: folder });
		shutDown();
		await expect(restoreBackup(file, quiet)).rejects.toThrow('--force');
	});

	it('puts the database that stands there aside with --force', async () => {
		const { file } = await createBackup({ to: folder });
		record({ actor: 'a', action: 'later', object: 'account:a' });
		shutDown();
		const { aside } = await restoreBackup(file, { ...quiet, force: true });
		expect(readdirSync(aside!)).toContain('data.db');
		const actions = db()
			.select()
			.from(audit)
			.all()
			.map((row) => row.action);
		expect(actions).not.toContain('later');
	});

	it('of a backup that is no good leaves everything as it is', async () => {
		const { file } = await createBackup({ to: folder });
		writeFileSync(file, 'kapot');
		shutDown();
		await expect(restoreBackup(file, { ...quiet, force: true })).rejects.toThrow('niet goed');
		shutDown();
		await startUp();
		expect(db().select().from(audit).all()).toHaveLength(1);
	});
});

describe('what is kept', () => {
	const nights = (count: number) =>
		Array.from({ length: count }, (_, n) => ({
			made: new Date(Date.UTC(2026, 10, 21 - n, 1, 30)),
		}));
	const kept = (count: number) => {
		const all = nights(count);
		const removed = new Set(backupsToRemove(all));
		return all
			.filter((backup) => !removed.has(backup))
			.map(({ made }) => made.toISOString().slice(0, 10));
	};

	it('is everything of the first week', () => {
		expect(kept(7)).toHaveLength(7);
	});

	it('is seven days, five weeks and six months after a year', () => {
		expect(kept(365)).toEqual([
			'2026-11-21',
			'2026-11-20',
			'2026-11-19',
			'2026-11-18',
			'2026-11-17',
			'2026-11-16',
			'2026-11-15',
			'2026-11-08',
			'2026-11-01',
			'2026-10-31',
			'2026-10-25',
			'2026-09-30',
			'2026-08-31',
			'2026-07-31',
			'2026-06-30',
		]);
	});
});
