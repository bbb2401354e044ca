import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { config } from './config.ts';
import { closeDb, databasePath, db } from './db/db.ts';
import { setConfig } from './http/test-http.ts';
import { networkFileSystem } from './lock.ts';
import { shutDown, startUp } from './start.ts';
import { StartError } from './start-error.ts';
import { TestProcess } from './test-process.ts';

// real files and real processes, on a machine that does more at once
vi.setConfig({ testTimeout: 30_000 });

let dataDir: string;
const children: TestProcess[] = [];

beforeEach(() => {
	closeDb();
	dataDir = mkdtempSync(join(tmpdir(), 'samenspel-start-'));
	setConfig({ DATA_DIR: dataDir });
});
afterEach(async () => {
	shutDown();
	for (const child of children.splice(0)) await child.kill('SIGKILL');
});

const hold = `
	const { startUp } = await import('#server/start.ts');
	await startUp().then(() => console.log('open'), (error) => { console.error(error.message); process.exit(1); });
	setInterval(() => {}, 1000);`;

function spawned() {
	const child = new TestProcess(hold, { DATA_DIR: dataDir });
	children.push(child);
	return child;
}
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const refusal = async () => {
	const error = await startUp().catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(StartError);
	return (error as StartError).message;
};

describe('a start', () => {
	it('makes the data folder, its key and its database, for the owner only', async () => {
		await startUp();
		for (const name of ['data.db', 'secrets/app.key'])
			expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
		expect(statSync(join(dataDir, 'secrets')).mode & 0o777).toBe(0o700);
	});

	it('may be asked twice at once', async () => {
		await Promise.all([startUp(), startUp()]);
		expect(db().$client.open).toBe(true);
	});
});

describe('the lock', () => {
	it('refuses a second process, and names itself', async () => {
		const first = spawned();
		await first.said('open');
		const message = await refusal();
		expect(message).toContain(join(dataDir, 'lock'));
		expect(message).toContain(String(first.child.pid));
		expect(first.child.exitCode).toBeNull();
	});

	it('ends a second process with an exit code', async () => {
		await startUp();
		const second = spawned();
		expect(await second.ended()).toBe(1);
		expect(second.output).toContain('is al in gebruik');
	});

	it('is gone when its process was killed', async () => {
		const first = spawned();
		await first.said('open');
		await first.kill('SIGKILL');
		await startUp();
		expect(db().$client.open).toBe(true);
	});

	it('can be taken again after a clean end', async () => {
		await startUp();
		shutDown();
		await startUp();
		expect(db().$client.open).toBe(true);
	});
});

it('knows a network disk by its type', () => {
	expect(networkFileSystem(0x6969)).toBe('NFS');
	expect(networkFileSystem(-11317950)).toBe('CIFS');
	expect(networkFileSystem(0xef53)).toBeUndefined();
});

describe('a database that cannot be used', () => {
	async function filled() {
		await startUp();
		db().$client.exec('create table ballast (x text)');
		const insert = db().$client.prepare('insert into ballast values (?)');
		for (let n = 0; n < 400; n++) insert.run('x'.repeat(900));
		shutDown();
		return databasePath(config().dataDir);
	}

	it('is refused when it is damaged, and stays as it was', async () => {
		const path = await filled();
		const bytes = readFileSync(path);
		bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 4096);
		writeFileSync(path, bytes);
		const before = hash(path);
		const message = await refusal();
		expect(message).toContain(path);
		expect(message).toContain('terugzetten');
		expect(hash(path)).toBe(before);
	});

	it('is refused when it is no database at all', async () => {
		const path = databasePath(dataDir);
		writeFileSync(path, 'dit is een brief, geen database'.repeat(200));
		const before = hash(path);
		expect(await refusal()).toContain(path);
		expect(hash(path)).toBe(before);
	});

	it('is refused when a newer version made it', async () => {
		await startUp();
		db().$client.exec(
			`insert into __drizzle_migrations (hash, created_at) values ('x', 4102444800000)`,
		);
		shutDown();
		expect(await refusal()).toContain('nieuwere');
	});
});
