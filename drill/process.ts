import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join as path } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { join, read, token, until } from './client.ts';
import { bigText, putOnDisk, watchGaps } from './documents.ts';
import { Checks, percentile, type Drill } from './report.ts';
import { startWithOne, MAIN, Server } from './server.ts';
import { compare } from './typing.ts';

/** Holds the database for itself for so long, from another process. */
async function lockFor(server: Server, ms: number) {
	const script = `const D=require('better-sqlite3');const d=new D(process.argv[1],{timeout:5000});d.exec('begin exclusive');console.log('locked');setTimeout(()=>{d.exec('rollback');d.close()},${ms})`;
	const child = spawn(process.execPath, ['-e', script, path(server.dataDir, 'data.db')], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(child.stdout, 'data');
	return once(child, 'exit');
}

async function locked() {
	const checks = new Checks();
	const { server, name, id, cookie } = await startWithOne();
	const client = await join(server, { name, cookie });
	client.type(token('slot', 0));
	await until(() => client.isSaved);
	const keep = (naam: string) =>
		server.post(`/bijeenkomsten/${id}/versies?/bewaarVersie`, { naam }, cookie);
	let n = 1;
	for (const ms of [3000, 15_000]) {
		const ended = lockFor(server, ms);
		await wait(300);
		client.type(token('slot', n++));
		const answer = await fetch(`${server.origin}/leeromgevingen`, { headers: { Cookie: cookie } })
			.then(({ status }) => status)
			.catch(() => 0);
		checks.saw(`a page during ${ms / 1000} s: ${answer}`);
		if (ms === 3000) checks.holds(answer === 200, 'a short lock is waited for');
		const form = await keep(`slot van ${ms}`);
		const later = form.headers.get('retry-after');
		checks.saw(`a form: ${form.status}${later ? `, again in ${later} s` : ''}`);
		checks.holds(
			ms === 3000 ? form.status < 400 : form.status === 503 && later !== null,
			ms === 3000 ? 'a form waits for a short lock' : 'and is told to come back after a long one',
		);
		await ended;
		checks.holds(await until(() => client.isSaved, 20_000), `saved after ${ms / 1000} s`);
	}
	checks.holds(!server.hasEnded, 'no crash');
	const kept = server.database((sqlite) => sqlite.prepare('select naam from versie').pluck().all());
	checks.holds(!kept.includes('slot van 15000'), 'of what was refused nothing is done');
	checks.holds((await keep('daarna')).status < 400, 'and then it works again');
	const typed = Array.from({ length: n }, (_, at) => token('slot', at));
	const { lost, twice } = compare(typed, await read(server, name, cookie));
	checks.holds(lost.length === 0 && twice === 0, 'everything is there once');
	client.leave();
	await server.end();
	return checks.finding;
}

async function secondProcess() {
	const checks = new Checks();
	const server = new Server();
	await server.start();
	const begin = performance.now();
	const child = spawn(process.execPath, [MAIN], {
		env: {
			...process.env,
			DATA_DIR: server.dataDir,
			PORT: '0',
			PUBLIC_ORIGIN: 'http://127.0.0.1:1',
			HOST: '127.0.0.1',
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => (said += data));
	await once(child, 'exit');
	checks.atMost(performance.now() - begin, 3000, 'ms until the second refused');
	checks.holds(child.exitCode !== 0, 'it ends as a failure');
	checks.holds(/al|lock|slot/.test(said), 'it says why');
	checks.holds(await server.isReady(), 'the first works on');
	await server.end('SIGKILL');
	await server.start();
	checks.holds(await server.isReady(), 'after kill -9 nothing is in the way');
	await server.end();
	return checks.finding;
}

async function terminated() {
	const checks = new Checks();
	const server = new Server();
	await server.start();
	const names = server.documents(10);
	const cookie = await server.cookie();
	const people = await Promise.all(
		Array.from({ length: 100 }, (_, n) => join(server, { name: names[n % 10]!, cookie })),
	);
	for (const [n, one] of people.entries()) one.type(token('voor', n));
	await wait(200);
	for (const [n, one] of people.entries()) one.type(token('na', n));
	const { ms, code } = await server.end('SIGTERM');
	checks.atMost(ms, 5000, 'ms to stop');
	checks.holds(code === 0, `exit ${code}`);
	await until(() => people.every((one) => one.closes.length > 0));
	const codes = new Set(people.map((one) => one.closes[0]));
	checks.holds([...codes].join() === '1012', `closed with ${[...codes].join(' ')}`);
	const seen = people.map((one) => ({ name: one.options.name, words: one.tokens() }));
	await server.start();
	checks.holds(await until(() => people.every((one) => one.isSaved), 20_000), 'all come back');
	let lost = 0;
	for (const name of names) {
		const text = await read(server, name, cookie);
		for (const one of seen) if (one.name === name) lost += compare(one.words, text).lost.length;
	}
	checks.holds(lost === 0, `${lost} words lost`);
	checks.saw(`${lost} words lost`);
	for (const one of people) one.leave();
	await server.end();
	return checks.finding;
}

async function storm() {
	const checks = new Checks();
	const server = new Server();
	const names = server.documents(20);
	putOnDisk(server, names, bigText(500_000));
	await server.start();
	const cookie = await server.cookie();
	const people = await Promise.all(
		Array.from({ length: 300 }, (_, n) =>
			join(server, { name: names[n % 20]!, cookie, isLight: true }),
		),
	);
	await server.end('SIGTERM');
	for (const one of people) one.bytes = 0;
	await server.start();
	const [begin, waits] = [performance.now(), [] as number[]];
	let most = 0;
	const isBack = () => people.every((one) => one.isSynced && one.bytes > 400_000);
	while (!isBack() && performance.now() - begin < 40_000) {
		const asked = performance.now();
		await fetch(`${server.origin}/healthz`).catch(() => {});
		waits.push(performance.now() - asked);
		most = Math.max(most, server.rss());
		await wait(25);
	}
	checks.holds(isBack(), 'everybody is back');
	checks.atMost((performance.now() - begin) / 1000, 15, 's until 300 were back');
	checks.atMost(percentile(waits, 0.99), 500, 'ms p99 of /healthz');
	checks.atMost(most, 800, 'MB');
	for (const one of people) one.leave();
	await server.end();
	return checks.finding;
}

async function pressure() {
	const checks = new Checks();
	const server = new Server({ flags: ['--disable-proto=delete', '--max-old-space-size=384'] });
	const names = server.documents(400);
	putOnDisk(server, names, bigText(500_000));
	await server.start();
	const cookie = await server.cookie();
	let most = 0;
	const stop = await watchGaps(server);
	for (const [n, name] of names.entries()) {
		const client = await join(server, { name, cookie });
		if (n % 4 === 0) {
			client.type(token('druk', n));
			checks.holds(await until(() => client.isSaved, 20_000), 'saved');
		}
		client.leave();
		most = Math.max(most, server.rss());
	}
	checks.saw(`silent for at most ${(await stop()).toFixed(0)} ms`);
	checks.holds(!server.hasEnded, 'no crash');
	checks.atMost(most, 900, 'MB');
	for (const n of [0, 40, 396])
		checks.holds(
			(await read(server, names[n]!, cookie)).includes(token('druk', n)),
			'documents come back',
		);
	await server.end();
	return checks.finding;
}

async function repeated() {
	const checks = new Checks();
	const { server, name, id, cookie } = await startWithOne({}, 'trekker');
	const count = () =>
		server.database((sqlite) =>
			sqlite.prepare('select count(*) as n from versie where bijeenkomst_id = ?').get(id),
		) as { n: number };
	const client = await join(server, { name, cookie });
	client.type('Tekst. ');
	await until(() => client.isSaved);
	const send = (verzoek: string) =>
		server.post(`/bijeenkomsten/${id}?/bewaarVersie`, { naam: verzoek, verzoek }, cookie);
	const keys = Array.from({ length: 20 }, () => crypto.randomUUID());
	for (const key of keys) {
		const answers = await Promise.all([send(key), send(key)]);
		checks.holds(
			answers.every(({ status }) => status < 400),
			'both get the same good answer',
		);
	}
	const twice = count().n;
	// killed between the deed and the answer: the form is sent again
	const key = crypto.randomUUID();
	const going = send(key).catch(() => undefined);
	await until(() => count().n > twice, 3000);
	await server.end('SIGKILL');
	await going;
	await server.start();
	await send(key);
	checks.holds(count().n === keys.length + 1, `${count().n} of ${keys.length + 1} rows`);
	checks.saw(`${keys.length} forms sent twice at once, one again after kill -9: ${count().n} rows`);
	client.leave();
	await server.end();
	return checks.finding;
}

export const PROCESS: Record<string, Drill> = {
	R8: {
		fault: 'everybody comes back at once',
		what: '300 people, 20 documents of 500 kB',
		run: storm,
	},
	R12: { fault: 'the database is locked', what: 'by another process, 3 s and 15 s', run: locked },
	R13: { fault: 'too little memory', what: '400 documents of 500 kB with 384 MB', run: pressure },
	R19: {
		fault: 'a second process',
		what: 'starts another on the same data folder',
		run: secondProcess,
	},
	R21: { fault: 'the service is stopped', what: 'SIGTERM with 100 people typing', run: terminated },
	R28: {
		fault: 'a form is sent twice',
		what: 'at the same time, and again after kill -9',
		run: repeated,
	},
};
