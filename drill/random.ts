import { setTimeout as wait } from 'node:timers/promises';
import * as fc from 'fast-check';
import { openDatabase } from '#server/db/db.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { forget, singleton } from '#server/singleton.ts';
import { bend, corpus, fuzz, random } from '#sync/server/test-fuzz.ts';
import { history, replay } from '#sync/server/test-history.ts';
import { Client, joinTwo, read, token, until } from './client.ts';
import { Checks, IN_OTHER_ORDER, percentile, type Drill } from './report.ts';
import { startWithOne, Server } from './server.ts';

const UPDATES = 200_000;
const HISTORIES = 2000;
const SECONDS = 60;

async function bent() {
	const checks = new Checks();
	const seed = Date.now() % 1_000_000;
	const all = { tried: 0, accepted: 0, spoiled: 0, harmed: [] as string[], slowest: 0 };
	while (all.tried < UPDATES) {
		const { tried, accepted, spoiled, harmed, slowestMs } = fuzz(5000, seed + all.tried);
		all.tried += tried;
		all.accepted += accepted;
		all.spoiled += spoiled;
		all.harmed.push(...harmed);
		all.slowest = Math.max(all.slowest, slowestMs);
		await wait(0);
	}
	checks.holds(all.harmed.length === 0, `${all.harmed.length} documents harmed: ${all.harmed[0]}`);
	checks.saw(`seed ${seed}: ${all.tried} updates, ${all.accepted} let through`);
	checks.saw(`${all.spoiled} thrown away with the copy in memory, ${all.harmed.length} harmed`);
	checks.saw(`slowest ${all.slowest.toFixed(0)} ms`);
	return checks.finding;
}

function honest() {
	const checks = new Checks();
	forget('db');
	migrateDatabase(singleton('db', () => openDatabase(':memory:')));
	const all = { histories: 0, syncs: 0, refused: 0, apart: 0, inOtherOrder: 0 };
	fc.assert(
		fc.property(history(80), (steps) => {
			const { refused, syncs, apart } = replay(steps);
			all.histories++;
			all.syncs += syncs;
			all.refused += refused.length;
			if (apart === 'content') all.apart++;
			if (apart === 'order') all.inOtherOrder++;
		}),
		{ numRuns: HISTORIES },
	);
	checks.holds(all.refused === 0, 'nothing honest is refused');
	checks.holds(all.apart === 0, 'all end up with the same text');
	checks.saw(`${all.histories} histories, ${all.syncs} guarded updates, ${all.refused} refused`);
	checks.atMost(all.inOtherOrder, HISTORIES / 100, IN_OTHER_ORDER);
	return Promise.resolve(checks.finding);
}

/** Sends nonsense over four connections, made anew whenever one is closed. */
async function noise(server: Server, name: string, until: number) {
	const cookie = await server.cookie('lid');
	let frames = 0;
	const numbers = random(Date.now());
	const { sent } = corpus(7);
	const kinds = [0, 0, 0, 1, 3, 100, 127];
	const one = async () => {
		while (Date.now() < until) {
			const client = new Client(server, { name, cookie, comesBack: false, isLight: true });
			while (client.ws!.readyState === 0) await wait(5);
			while (client.ws!.readyState === 1 && Date.now() < until) {
				for (let n = 0; n < 20; n++, frames++) {
					const bytes = bend(numbers, sent);
					const head = [numbers.pick(kinds), numbers.below(4), bytes.length % 128];
					client.raw(Uint8Array.from([...head.slice(0, 1 + numbers.below(3)), ...bytes]));
				}
				await wait(10);
			}
			client.leave();
		}
	};
	await Promise.all([one(), one(), one(), one()]);
	return frames;
}

async function malformed() {
	const checks = new Checks();
	const { server, name, cookie } = await startWithOne();
	const [typist, reader] = await joinTwo(server, { name, cookie });
	const end = Date.now() + SECONDS * 1000;
	const noisy = noise(server, name, end);
	const times: number[] = [];
	const typed: string[] = [];
	while (Date.now() < end) {
		const word = token('echt', typed.length);
		typed.push(word);
		const begin = performance.now();
		typist.type(word);
		if (await until(() => reader.text().includes(word), 5000))
			times.push(performance.now() - begin);
		else checks.holds(false, 'a word did not arrive in 5 s');
		await wait(100);
		if (typed.length % 50 === 0)
			checks.holds((await read(server, name, cookie)).includes(word), 'it opens for who comes in');
	}
	const frames = await noisy;
	checks.holds(!server.hasEnded, 'no crash');
	checks.holds([...typist.closes, ...reader.closes].length === 0, 'nobody else was cut off');
	checks.saw(`${frames} frames`);
	checks.atMost(percentile(times, 0.95), 300, 'ms p95 of the pair beside it');
	await server.end('SIGKILL');
	await server.start();
	const text = await read(server, name, cookie);
	checks.holds(
		typed.every((word) => text.includes(word)),
		'all is there after a restart',
	);
	typist.leave();
	reader.leave();
	await server.end();
	return checks.finding;
}

export const RANDOM: Record<string, Drill> = {
	R9: {
		fault: 'malformed frames',
		what: `4 connections send nonsense for ${SECONDS} s`,
		run: malformed,
	},
	guard: { fault: 'bent updates', what: `${UPDATES} of them at the guard`, run: bent },
	honest: {
		fault: 'honest histories',
		what: `${HISTORIES} of them through the guard`,
		run: honest,
	},
};
