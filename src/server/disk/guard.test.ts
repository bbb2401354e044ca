import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freshDb } from '../db/test-db.ts';
import { TestServer, setConfig } from '../http/test-http.ts';
import { forget } from '../singleton.ts';
import { BALLAST, ballastPath } from './ballast.ts';
import { diskState, startDiskGuard } from './guard.ts';

const GIB = 2 ** 30;
const SENT = { 'sec-fetch-site': 'same-origin', 'content-length': '3' };
const FULL_TEXT = 'De opslag is bijna vol. Lezen kan, opslaan even niet. De beheerder weet het.';

let server: TestServer;
let dataDir: string;
let free: number;
let end: () => void;

/** Looks again, as after the second that an answer lasts. */
function start() {
	end?.();
	end = startDiskGuard(() => ({ free, total: 20 * GIB }));
	forget('readiness');
}
function becomes(left: number) {
	free = left;
	start();
}
const send = (path: string, method = 'POST') =>
	server.ask(path, { method, headers: SENT, body: 'a=1' });

beforeEach(async () => {
	freshDb();
	dataDir = mkdtempSync(join(tmpdir(), 'samenspel-disk-'));
	setConfig({ DATA_DIR: dataDir });
	server = new TestServer();
	await server.listen();
	becomes(10 * GIB);
});
afterEach(async () => {
	end();
	await server.close();
});

it('with room: everything works and there is ballast', async () => {
	expect((await send('/leervragen')).status).toBe(200);
	expect(statSync(ballastPath(dataDir)).size).toBe(BALLAST);
	expect(statSync(ballastPath(dataDir)).mode & 0o777).toBe(0o600);
	expect((await server.ask('/readyz')).body).toBe('ok');
});

it('nearly full: still everything works', async () => {
	becomes(1.5 * GIB);
	expect(diskState()).toBe('low');
	expect((await send('/leervragen')).status).toBe(200);
});

it('full: reading goes on, saving is refused in words, the ballast is let go', async () => {
	becomes(GIB / 2);
	expect((await server.ask('/leervragen')).status).toBe(200);
	for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
		const answer = await send('/leervragen', method);
		expect(answer.status).toBe(507);
		expect(answer.body).toContain(FULL_TEXT);
	}
	expect(existsSync(ballastPath(dataDir))).toBe(false);
	expect(await server.ask('/readyz')).toMatchObject({ status: 503, body: 'disk' });
});

it('full: logging in and out goes on, and nothing that looks like it', async () => {
	becomes(GIB / 2);
	for (const path of ['/inloggen', '/inloggen?naar=/x', '/inloggen/code', '/account?/uit'])
		expect((await send(path)).status).toBe(200);
	for (const path of ['/inloggenx', '/account?/naam', '/account?/uit&x', '/x?/inloggen'])
		expect((await send(path)).status).toBe(507);
});

it('room again: saving works and the ballast is back', async () => {
	becomes(GIB / 2);
	becomes(10 * GIB);
	expect((await send('/leervragen')).status).toBe(200);
	expect(statSync(ballastPath(dataDir)).size).toBe(BALLAST);
});

it('the room that the ballast left is not for everybody', () => {
	becomes(GIB / 2);
	expect(existsSync(ballastPath(dataDir))).toBe(false);
	becomes(GIB + BALLAST / 2);
	expect(diskState()).toBe('full');
	becomes(GIB + BALLAST);
	expect(diskState()).toBe('low');
});
