// `npm run bench -- pagina`: how soon one can read and write a verslag, and what it weighs. A short
// one, and one with the history of a paper of 260,000 edits.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findChromium } from '../tests/browser.ts';
import target, { writer } from './targets/samenspel.mjs';
import { fullClient } from './lib/full.mjs';
import { Server, benchDir, sleep } from './lib/server.mjs';
import { sliceState, traceUpdates } from './lib/trace.mjs';

const TRIES = Number(process.argv[2] ?? 7);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const tmp = path.join(benchDir, 'out/tmp/pagina');
rmSync(tmp, { recursive: true, force: true });
mkdirSync(tmp, { recursive: true });
const server = await new Server(target, { dataDir: path.join(tmp, 'data') }).start();
const origin = `http://127.0.0.1:${server.port}`;
const { docs, headers } = await target.prepare({ port: server.port, docs: ['kort', 'lang'] });

/** Puts the first `ops` edits of the paper in a document. */
async function fill(doc, ops) {
	const { update, text } = sliceState(ops);
	const client = await fullClient({ url: server.url(), headers, dialect: 'y-websocket', doc });
	client.conn.sendUpdate(update);
	await sleep(1500);
	client.close();
	return text.trim().split('\n')[0].slice(0, 40);
}

const browser = await chromium.launch(await findChromium());
async function logIn() {
	const page = await browser.newPage({ baseURL: origin });
	await page.goto('/inloggen');
	await page.getByLabel('E-mailadres').first().fill(writer().email);
	await page.getByLabel('Wachtwoord', { exact: true }).fill(writer().wachtwoord);
	await page.getByRole('button', { name: 'Log in', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'));
	const state = await page.context().storageState();
	await page.close();
	return state;
}
const storageState = await logIn();

/**
 * One visit with an empty cache: milliseconds since the navigation began, and bytes of script until
 * one can write, each file packed with `gzip -9`.
 */
async function visit(doc) {
	const context = await browser.newContext({ baseURL: origin, storageState });
	const page = await context.newPage();
	const sizes = [];
	page.on('requestfinished', (request) => {
		if (request.resourceType() !== 'script') return;
		const body = request.response().then((response) => response.body());
		sizes.push(body.then((file) => gzipSync(file, { level: 9 }).length));
	});
	await page.addInitScript(() => {
		const first = { text: 0, editor: 0 };
		globalThis.__first = first;
		const look = () => {
			const text = document.querySelector('main')?.innerText.length ?? 0;
			if (!first.text && text > 40) first.text = performance.now();
			if (document.querySelector('.ProseMirror[contenteditable="true"]'))
				first.editor = performance.now();
			if (!first.editor) requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	await page.goto(`/bijeenkomsten/${doc}`, { waitUntil: 'commit' });
	await page.locator('.ProseMirror[contenteditable="true"]').waitFor();
	const opening = await Promise.all(sizes);
	const editor = page.locator('.ProseMirror');
	await editor.click({ position: { x: 30, y: 20 } });
	const before = await page.evaluate(() => performance.now());
	await page.keyboard.type('ẞ');
	await page.waitForFunction(() => document.querySelector('.ProseMirror').innerText.includes('ẞ'));
	const typed = await page.evaluate(() => performance.now());
	const { text, editor: ready } = await page.evaluate(() => globalThis.__first);
	await page.waitForLoadState('networkidle');
	await context.close();
	const script = opening.reduce((sum, size) => sum + size, 0);
	return { text, ready, key: typed - before, script };
}

const ms = (value) => `${Math.round(value)} ms`;
for (const [doc, ops, what] of [
	[docs[0], 2000, 'a short verslag'],
	[docs[1], traceUpdates().length, 'the long paper'],
]) {
	await fill(doc, ops);
	const visits = [];
	for (let i = 0; i < TRIES; i++) visits.push(await visit(doc));
	const of = (key) => median(visits.map((one) => one[key]));
	console.log(`${what}, median of ${TRIES} visits with an empty cache`);
	console.log(`  text on screen        ${ms(of('text'))}${ops > 2000 ? '   (goal 400 ms)' : ''}`);
	console.log(`  first key can be typed ${ms(of('ready'))}  (goal 1500 ms)`);
	console.log(`  a key is on screen in  ${ms(of('key'))}`);
	console.log(`  JavaScript, gzip       ${(of('script') / 1000).toFixed(1)} kB  (goal 260 kB)`);
}
await browser.close();
await server.stop();
