import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join as path } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, join, joinTwo, read, token, until } from './client.ts';
import { Checks, percentile, type Drill } from './report.ts';
import { startWithOne, Server } from './server.ts';
import { compare, Typists } from './typing.ts';

async function frozen() {
	const checks = new Checks();
	const server = new Server();
	await server.start();
	const names = server.documents(2);
	const people = await Typists.open(server, names, 4);
	people.start(4);
	await wait(2000);
	server.child!.kill('SIGSTOP');
	await wait(20_000);
	server.child!.kill('SIGCONT');
	const begin = performance.now();
	people.stop();
	checks.holds(
		await until(() => people.typists.every(({ isSaved }) => isSaved), 20_000),
		'all saved',
	);
	checks.atMost(performance.now() - begin, 10_000, 'ms until all was saved');
	const cookie = await server.cookie();
	for (const [at, name] of names.entries()) {
		const text = await read(server, name, cookie);
		const typed = people.typists.slice(at * 4, at * 4 + 4).flatMap((one) => one.tokens());
		const { lost, twice } = compare(typed, text);
		checks.holds(lost.length === 0 && twice === 0, 'everything is there once');
		checks.holds(
			await until(() => people.readers[at]!.tokens().length === new Set(typed).size),
			'seen',
		);
	}
	const closes = people.all.flatMap((one) => one.closes);
	checks.holds(!closes.some((code) => code >= 4400 && code < 4500), 'no session lost');
	checks.saw(`${people.typed} words, ${closes.length} connections made anew`);
	people.leave();
	await server.end();
	return checks.finding;
}

/** How long words take from one to another, in milliseconds, in so many seconds. */
async function latency(from: Client, to: Client, seconds: number) {
	const times: number[] = [];
	for (let n = 0; n < seconds * 10; n++) {
		const word = token(`t${from.doc.clientID}`, Date.now() + n);
		const begin = performance.now();
		from.type(word);
		if (await until(() => to.text().endsWith(word) || to.text().includes(word), 5000))
			times.push(performance.now() - begin);
		await wait(90);
	}
	return times;
}

/** How many connections to documents the server has. */
const connections = (server: Server) => server.metric('ws_connections');

/** Milliseconds that two runs of the same may differ. */
const NOISE = 5;

async function slowReader() {
	const checks = new Checks();
	const wide = { LIMIT_SYNC_MESSAGES: '10000', LIMIT_SYNC_BYTES: '100000000' };
	const { server, name, cookie } = await startWithOne({
		env: { ...wide, LIMIT_SYNC_BYTES_AT_ONCE: '100000000' },
	});
	const [typist, reader] = await joinTwo(server, { name, cookie });
	const filler = await join(server, { name, cookie });
	const others = await Promise.all(
		Array.from({ length: 20 }, () => join(server, { name, cookie, isLight: true })),
	);
	const slow = await join(server, { name, cookie, comesBack: false, isLight: true });
	const pump = setInterval(() => {
		// as much as it adds it takes away: the document stays small
		filler.type('x'.repeat(100_000));
		filler.takeBack(100_000);
	}, 50);
	let [most, gone] = [0, 0];
	const watch = setInterval(() => (most = Math.max(most, server.rss())), 50);
	// as long as it takes for everything that is done now and then to come by
	const before = percentile(await latency(typist, reader, 40), 0.95);
	const rss = most;
	most = 0;
	slow.ws!.pause();
	const begin = performance.now();
	// who reads nothing does not learn of its end either: the server says how it ended
	const ended = (async () => {
		while (gone === 0 && performance.now() - begin < 60_000) {
			if ((await server.metric('ws_close_total{code="4503"}')) > 0)
				gone = performance.now() - begin;
			await wait(500);
		}
	})();
	const during = percentile(await latency(typist, reader, 40), 0.95);
	await ended;
	clearInterval(pump);
	clearInterval(watch);
	slow.ws!.resume();
	checks.holds(gone > 0, 'the slow one was cut off with 4503');
	checks.atMost(gone / 1000, 30, 's until the slow one was gone');
	checks.atMost(most - rss, 16, 'MB more memory than with everybody reading');
	checks.saw(`p95 of the others ${before.toFixed(0)} ms`);
	checks.atMost(during, before * 1.2 + NOISE, 'ms p95 of the others with it');
	checks.holds(
		others.every(({ closes }) => closes.length === 0),
		'nobody else was cut off',
	);
	for (const client of [typist, reader, filler, ...others]) client.leave();
	await server.end();
	return checks.finding;
}

async function vanished() {
	const checks = new Checks();
	const { server, name, cookie } = await startWithOne();
	const stays = await join(server, { name, cookie });
	const begun = { name, cookie, port: server.port, origin: server.origin };
	const file = path(import.meta.dirname, 'absent.ts');
	const other = spawn(
		process.execPath,
		['--experimental-strip-types', file, JSON.stringify(begun)],
		{
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	await once(other.stdout, 'data');
	checks.holds(await until(() => stays.present.size >= 2), 'both are seen');
	const seen = stays.present.size;
	other.kill('SIGSTOP');
	const begin = performance.now();
	checks.holds(await until(() => stays.present.size < seen, 60_000), 'presence ends');
	checks.atMost((performance.now() - begin) / 1000, 45, 's until presence was gone');
	let left = await connections(server);
	while (left > 1 && performance.now() - begin < 90_000) {
		await wait(1000);
		left = await connections(server);
	}
	checks.holds(left <= 1, `the socket is freed (${left} open)`);
	checks.atMost((performance.now() - begin) / 1000, 75, 's until the socket was freed');
	other.kill('SIGKILL');
	stays.leave();
	await server.end();
	return checks.finding;
}

/** A line between a browser and the server: late, narrow, and now and then silent. */
class Line {
	isStalled = false;
	port = 0;
	readonly #delay: number;
	readonly #bytesPerSecond: number;

	constructor(delay: number, bytesPerSecond: number) {
		this.#delay = delay;
		this.#bytesPerSecond = bytesPerSecond;
	}

	async open(to: number) {
		const server = createServer((near) => {
			const far = connect(to, '127.0.0.1');
			void this.#carry(near, far);
			void this.#carry(far, near);
		}).listen(0, '127.0.0.1');
		server.unref();
		await once(server, 'listening');
		this.port = (server.address() as AddressInfo).port;
	}

	async #carry(from: Socket, to: Socket) {
		from.on('error', () => to.destroy());
		to.on('error', () => from.destroy());
		let [free, last] = [0, Promise.resolve()];
		const carry = async (data: Buffer, at: number) => {
			await wait(Math.max(0, at - performance.now()));
			while (this.isStalled) await wait(50);
			to.write(data);
		};
		try {
			for await (const data of from as AsyncIterable<Buffer>) {
				const narrow = (1000 * data.length) / this.#bytesPerSecond;
				free = Math.max(performance.now(), free) + narrow;
				const at = free + this.#delay;
				last = last.then(() => carry(data, at));
			}
		} catch {
			// the line broke
		}
		await last;
		to.destroy();
	}
}

async function slowLine() {
	const checks = new Checks();
	const { server, name, cookie } = await startWithOne();
	const line = new Line(300, 8000);
	await line.open(server.port);
	const far = await join(server, { name, cookie, port: line.port });
	const near = await join(server, { name, cookie });
	let blocked = 0;
	for (let n = 0; n < 150; n++) {
		const begin = performance.now();
		far.type(token('ver', n));
		blocked = Math.max(blocked, performance.now() - begin);
		near.type(token('dichtbij', n));
		line.isStalled = n % 70 > 20;
		await wait(100);
	}
	line.isStalled = false;
	const begin = performance.now();
	const same = () => far.isSaved && near.isSaved && far.text() === near.text();
	checks.holds(await until(same, 20_000), 'both end up the same');
	checks.atMost((performance.now() - begin) / 1000, 10, 's until both were the same');
	checks.saw(`typing took at most ${blocked.toFixed(1)} ms, ${far.closes.length} reconnects`);
	const typed = Array.from({ length: 150 }, (_, n) => [
		token('ver', n),
		token('dichtbij', n),
	]).flat();
	const { lost, twice } = compare(typed, await read(server, name, cookie));
	checks.holds(lost.length === 0 && twice === 0, 'everything is there once');
	far.leave();
	near.leave();
	await server.end();
	return checks.finding;
}

export const LINES: Record<string, Drill> = {
	R6: { fault: 'the machine freezes', what: 'SIGSTOP for 20 s while 8 people type', run: frozen },
	R7: {
		fault: 'somebody reads too slowly',
		what: 'one of 24 reads nothing, at 2 MB/s of updates',
		run: slowReader,
	},
	R23: { fault: 'somebody vanishes', what: 'freezes a client in the middle', run: vanished },
	R24: {
		fault: 'a slow line that stalls',
		what: '300 ms late, 64 kbit/s, silent for 5 s at a time',
		run: slowLine,
	},
};
