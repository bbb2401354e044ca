import { execFileSync, spawn } from 'node:child_process';
import { statfsSync, writeFileSync, rmSync } from 'node:fs';
import { join as path } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { join, joinTwo, read, token, until } from './client.ts';
import { Checks, type Drill } from './report.ts';
import { scratch, Server, startWithOne } from './server.ts';
import { compare, Typists } from './typing.ts';

const ROUNDS = Number(process.env['DRILL_ROUNDS'] ?? 20);

async function killWhileTyping() {
	const checks = new Checks();
	const server = new Server();
	await server.start();
	const names = server.documents(5);
	const cookie = await server.cookie();
	const people = await Typists.open(server, names, 4);
	people.start(10);
	let seen = 0;
	let [ready, synced] = [0, 0];
	for (let round = 0; round < ROUNDS; round++) {
		await wait(2000 + Math.random() * 13_000);
		await server.end('SIGKILL');
		const received = people.readers.map((reader) => reader.tokens());
		ready = Math.max(ready, await server.start());
		const begin = performance.now();
		const texts = await Promise.all(names.map((name) => read(server, name, cookie)));
		for (const [at, text] of texts.entries()) {
			seen += received[at]!.length;
			const { lost, twice } = compare(received[at]!, text);
			checks.holds(lost.length === 0, `round ${round + 1}: ${lost.length} seen words lost`);
			checks.holds(twice === 0, `round ${round + 1}: ${twice} words twice`);
		}
		checks.holds(
			await until(() => people.all.every(({ isSynced }) => isSynced)),
			'all back in 10 s',
		);
		synced = Math.max(synced, performance.now() - begin);
		checks.holds(server.isWhole(), 'integrity');
	}
	people.stop();
	checks.holds(await until(() => people.typists.every(({ isSaved }) => isSaved)), 'all saved');
	const texts = await Promise.all(names.map((name) => read(server, name, cookie)));
	for (const [at, text] of texts.entries())
		for (const typist of people.typists.slice(at * 4, at * 4 + 4))
			checks.holds(compare(typist.tokens(), text).lost.length === 0, 'everything typed is there');
	people.leave();
	await server.end();
	checks.saw(`${ROUNDS} rounds, ${people.typed} words typed, ${seen} seen words looked up`);
	checks.atMost(ready, 5000, 'ms to ready');
	checks.atMost(synced, 10_000, 'ms until all were back');
	return checks.finding;
}

/** Fills a disk until nothing fits. */
function fill(dir: string) {
	const file = path(dir, 'vol');
	for (const size of [2 ** 20, 2 ** 16, 4096]) {
		let bytes = 0;
		try {
			for (; statfsSync(dir).bavail > 0; bytes += size)
				writeFileSync(file, Buffer.alloc(size, 1), { flag: 'a' });
		} catch {
			// full: with a smaller piece there may be room yet
		}
	}
	return file;
}

async function fullDisk() {
	const checks = new Checks();
	const mount = scratch('schijf');
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', mount]);
	const server = new Server(
		// the disk guard would stop writing long before: this is for when it was too late
		{ env: { LIMIT_DISK_FULL_PERCENT: '1', LIMIT_DISK_FULL_MEGABYTES: '1' } },
		path(mount, 'data'),
	);
	try {
		await server.start();
		const [name = ''] = server.documents(1);
		const cookie = await server.cookie();
		const [one, two] = await joinTwo(server, { name, cookie });
		one.type(token('voor', 1));
		checks.holds(await until(() => one.isSaved), 'saves before');
		const filler = fill(mount);
		const begin = performance.now();
		let typed = 0;
		while (one.limits.length === 0 && performance.now() - begin < 20_000) {
			one.type(token('vol', typed++) + 'x'.repeat(20_000));
			await wait(50);
		}
		checks.holds(one.limits.includes('opslag-vol'), `told that the disk is full (${one.limits})`);
		checks.saw(`told after ${typed} edits`);
		const page = await fetch(`${server.origin}/inloggen`, { headers: { Cookie: cookie } });
		checks.holds(page.status < 400, 'pages are read');
		two.say({ typing: true });
		const isThere = () => [...one.present.values()].some((state) => state.includes('true'));
		checks.holds(await until(isThere, 3000), 'presence works');
		checks.holds(!server.hasEnded, 'no crash');
		rmSync(filler);
		const freed = performance.now();
		checks.holds(await until(() => one.isSaved, 20_000), 'saving resumes');
		checks.atMost(performance.now() - freed, 10_000, 'ms until saving resumed');
		const { lost, twice } = compare(one.tokens(), await read(server, name, cookie));
		checks.holds(lost.length === 0 && twice === 0, 'everything is there once');
		one.leave();
		two.leave();
		await server.end();
		checks.holds(server.isWhole(), 'integrity');
	} finally {
		await server.end('SIGKILL');
		execFileSync('umount', [mount]);
	}
	return checks.finding;
}

async function failingSync() {
	const checks = new Checks();
	const { server, name, cookie } = await startWithOne();
	const client = await join(server, { name, cookie, comesBack: false });
	client.type(token('goed', 1));
	checks.holds(await until(() => client.isSaved), 'saves before');
	const { pid } = server.child!;
	const inject = 'inject=fsync,fdatasync:error=EIO';
	const strace = spawn(
		'strace',
		['-f', '-p', String(pid), '-e', 'trace=fsync,fdatasync', '-e', inject],
		{
			stdio: ['ignore', 'ignore', 'pipe'],
		},
	);
	let said = '';
	strace.stderr.on('data', (data: Buffer) => (said += data));
	checks.holds(await until(() => /attached/.test(said)), 'strace attached');
	const [before, begin] = [client.saved, performance.now()];
	client.type(token('fout', 1));
	checks.holds(await until(() => server.hasEnded), 'the process ends');
	checks.atMost(performance.now() - begin, 5000, 'ms until the process ended');
	checks.holds(client.saved === before, 'nothing was called saved after the error');
	checks.holds(server.child!.exitCode !== 0, 'it ends as a failure');
	strace.kill();
	await server.start();
	const text = await read(server, name, cookie);
	checks.holds(text.includes(token('goed', 1)), 'what was saved is there');
	client.options.comesBack = true;
	client.connect();
	checks.holds(await until(() => client.isSaved), 'it comes back and saves');
	const { lost, twice } = compare(client.tokens(), await read(server, name, cookie));
	checks.holds(lost.length === 0 && twice === 0, 'and everything is there once');
	client.leave();
	await server.end();
	checks.holds(server.isWhole(), 'integrity');
	return checks.finding;
}

export const hasStrace = () => {
	try {
		execFileSync('strace', ['-V'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};

export const CRASH: Record<string, Drill> = {
	R1: {
		fault: 'the process is killed',
		what: `kill -9 at a random moment, ${ROUNDS} times, while 20 people type in 5 documents`,
		run: killWhileTyping,
	},
	R3: {
		fault: 'the disk is full',
		what: 'fills the disk under the data folder, and frees it again',
		run: fullDisk,
	},
	R4: {
		fault: 'the disk fails',
		what: 'lets every fsync fail (strace)',
		run: async () =>
			hasStrace()
				? failingSync()
				: { isWell: undefined, figures: 'strace is not here: apt-get install strace' },
	},
};
