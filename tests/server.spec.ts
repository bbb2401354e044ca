import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { Server } from './server.ts';

/** The built server, asked by hand: what no browser would send. */

let server: Server;
test.beforeAll(async () => {
	server = await Server.start('empty');
});
test.afterAll(() => server.remove());

const EXPECTED = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
};

function ask(path: string, { method = 'GET', headers = {}, body = '' } = {}) {
	return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
		(done, failed) => {
			const sent = { connection: 'close', ...headers };
			const req = request(`${server.url}${path}`, { method, headers: sent }, (res) => {
				let text = '';
				res.on('data', (part) => (text += part));
				res.on('end', () =>
					done({ status: res.statusCode ?? 0, headers: res.headers, body: text }),
				);
			});
			req.on('error', failed).end(body);
		},
	);
}

const run = (env: Record<string, string>) =>
	spawnSync(process.execPath, [resolve('build/server/main.js')], {
		env: { PATH: process.env.PATH, ...env },
		encoding: 'utf8',
		timeout: 30_000,
	});

test('every answer carries the headers, a page its own policy', async () => {
	const page = await ask('/instellen');
	expect(page.status).toBe(200);
	expect(page.headers).toMatchObject({ ...EXPECTED, 'cache-control': 'private, no-store' });
	const policy = String(page.headers['content-security-policy']);
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("require-trusted-types-for 'script'");
	expect(policy).toMatch(/script-src 'self' 'nonce-/);
	const file = await ask('/favicon.svg');
	expect(file.headers).toMatchObject({ ...EXPECTED, 'cache-control': 'public, max-age=3600' });
	const built = /\/_app\/immutable\/[^"]+\.js/.exec(page.body)![0];
	const script = await ask(built);
	expect(script.status).toBe(200);
	expect(script.headers).toMatchObject(EXPECTED);
	expect(script.headers['cache-control']).toContain('immutable');
	expect((await ask('/bestaat-niet')).headers).toMatchObject(EXPECTED);
});

test('pages and live documents share one Yjs: with two of them nothing would be an instance of anything', () => {
	const files = globSync('build/server/**/*.js');
	const withYjs = files.filter((file) => readFileSync(file, 'utf8').includes('__ $YJS$ __'));
	expect(withYjs).toHaveLength(1);
});

test('another Host, a form from elsewhere and a form too big are turned away', async () => {
	expect((await ask('/', { headers: { host: 'kwaad.example' } })).status).toBe(421);
	expect((await ask('/', { headers: { host: 'kwaad.example/instellen?' } })).status).toBe(421);
	const form = { 'content-type': 'application/x-www-form-urlencoded' };
	const foreign = { ...form, origin: 'https://kwaad.example' };
	expect((await ask('/inloggen', { method: 'POST', headers: foreign, body: 'a=1' })).status).toBe(
		403,
	);
	const own = { ...form, origin: server.url };
	const big = await ask('/inloggen', { method: 'POST', headers: own, body: 'a'.repeat(262_145) });
	expect(big.status).toBe(413);
	expect(big.body).toContain('Je tekst staat nog in het scherm.');
	expect(big.headers).toMatchObject(EXPECTED);
});

test('it says that it lives and that it is ready', async () => {
	expect(await ask('/healthz')).toMatchObject({ status: 200, body: 'ok' });
	expect(await ask('/readyz')).toMatchObject({ status: 200, body: 'ok' });
});

test('it listens on this machine only, and a second one is refused', () => {
	const second = run({ DATA_DIR: server.dataDir, PORT: '0' });
	expect(second.status).toBe(1);
	expect(second.stderr).toContain('is al in gebruik');
	const open = run({ DATA_DIR: mkdtempSync(join(tmpdir(), 'samenspel-')), HOST: '0.0.0.0' });
	expect(open.status).toBe(1);
	expect(open.stderr).toContain('PUBLIC_ORIGIN');
	expect(new URL(server.url).hostname).toBe('localhost');
});

test('it stops cleanly, starts again after a kill, and comes back from a backup', async () => {
	const made = JSON.parse(await server.beheer('backup', '--json')) as { file: string };
	await server.stop('SIGKILL');
	await server.start();
	expect((await ask('/readyz')).status).toBe(200);
	await expect(server.beheer('terugzetten', made.file, '--force')).rejects.toThrow(
		'is al in gebruik',
	);
	await server.stop('SIGTERM');
	const restored = JSON.parse(await server.beheer('terugzetten', made.file, '--force', '--json'));
	expect(restored.manifest.sha256).toMatch(/^[0-9a-f]{64}$/);
	const began = performance.now();
	await server.start();
	expect(performance.now() - began).toBeLessThan(5000);
});
