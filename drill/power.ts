import { readFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join as path } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '#server/db/db.ts';
import { build, load } from '#sync/server/load.ts';
import { join, textOf, token, tokensOf, type Client } from './client.ts';
import { hasStrace } from './crash.ts';
import { Checks, type Drill } from './report.ts';
import { scratch, Server } from './server.ts';

const CUTS = 500;
const FILES = ['data.db', 'data.db-wal'];
const SECTOR = 512;

interface Event {
	/** Seconds since 1970 when it was asked, and when it was done. */
	from: number;
	to: number;
	file: string;
	op: 'write' | 'sync' | 'truncate' | 'remove';
	at: number;
	data: Buffer;
}

const NOTHING = Buffer.alloc(0);
const unhex = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** Reads what strace wrote: what was asked of the two files of the database, in order. */
function eventsOf(log: string): Event[] {
	const events: Event[] = [];
	const open = new Map<string, Event>();
	for (const line of log.split('\n')) {
		const [, pid = '', time = '', rest = ''] = /^(\d+)\s+(\d+\.\d+) (.*)$/.exec(line) ?? [];
		const resumed = /^<\.\.\. \w+ resumed>.*<(\d+\.\d+)>$/.exec(rest);
		if (resumed) {
			const event = open.get(pid);
			if (event) event.to = Number(time);
			open.delete(pid);
			continue;
		}
		const event = eventOf(rest, Number(time));
		if (!event) continue;
		events.push(event);
		if (rest.includes('<unfinished')) open.set(pid, event);
		else event.to = event.from + Number(/<(\d+\.\d+)>$/.exec(rest)?.[1] ?? 0);
	}
	return events;
}

function eventOf(call: string, from: number): Event | undefined {
	const [, op = '', file = '', args = ''] =
		/^(\w+)\(\d+<([^>]*)>(?:, )?(.*)$/.exec(call) ?? /^(unlink)\("([^"]*)"()/.exec(call) ?? [];
	const name = basename(file.startsWith('\\x') ? unhex(file).toString() : file);
	if (!FILES.includes(name)) return undefined;
	const event = { from, to: Infinity, file: name, at: 0, data: NOTHING };
	if (op === 'fsync' || op === 'fdatasync') return { ...event, op: 'sync' };
	if (op === 'unlink') return { ...event, op: 'remove' };
	if (op === 'ftruncate') return { ...event, op: 'truncate', at: parseInt(args, 10) };
	const [, hex = '', more, at = ''] =
		/^"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?, \d+, (\d+)/.exec(args) ?? [];
	if (more) throw new Error('strace cut a write off');
	return { ...event, op: 'write', at: Number(at), data: unhex(hex) };
}

/** A file as it is on the platter: what was synced, and what was only asked. */
class Platter {
	#bytes: Buffer;
	#length: number;
	#waiting: Event[] = [];

	constructor(bytes: Buffer) {
		this.#bytes = bytes;
		this.#length = bytes.length;
	}

	take(event: Event, cut: number) {
		if (event.op !== 'sync') this.#waiting.push(event);
		// one that was under way has promised nothing yet
		else if (event.to <= cut) for (const one of this.#waiting.splice(0)) this.#apply(one);
	}

	/** The power goes: each write that was not synced is there, is not, or is there in part. */
	cut(): Buffer {
		const copy = new Platter(Buffer.from(this.#bytes.subarray(0, this.#length)));
		for (const event of this.#waiting) {
			const luck = Math.random();
			if (luck < 0.4) continue;
			if (luck < 0.7 || event.op !== 'write') copy.#apply(event);
			else
				for (let from = 0; from < event.data.length; from += SECTOR)
					if (Math.random() < 0.5)
						copy.#put(event.at + from, event.data.subarray(from, from + SECTOR));
		}
		return copy.#bytes.subarray(0, copy.#length);
	}

	#apply({ op, at, data }: Event) {
		if (op === 'write') this.#put(at, data);
		else this.#length = op === 'truncate' ? at : 0;
	}

	#put(at: number, data: Buffer) {
		const end = at + data.length;
		if (this.#bytes.length < end) {
			const larger = Buffer.alloc(end * 2);
			this.#bytes.copy(larger, 0, 0, this.#length);
			this.#bytes = larger;
		}
		if (at > this.#length) this.#bytes.fill(0, this.#length, at);
		data.copy(this.#bytes, at);
		this.#length = Math.max(this.#length, end);
	}
}

interface Ack {
	at: number;
	name: string;
	/** The words that were on disk then, as the server said. */
	words: string[];
}

/** Notes at every *saved* which words it is about. */
function note(client: Client, acks: Ack[]) {
	const typed: string[] = [];
	let told = 0;
	// the answer to the server's question is the first update of a connection
	const before = client.sent;
	client.onMessage = (type) => {
		const count = client.saved - before;
		if (type !== 100 || count <= told) return;
		told = count;
		acks.push({ at: Date.now() / 1000, name: client.options.name, words: typed.slice(0, count) });
	};
	return (word: string) => {
		typed.push(word);
		client.type(word);
	};
}

async function recordTyping(server: Server, names: string[], seconds: number) {
	const cookie = await server.cookie();
	const acks: Ack[] = [];
	const clients = await Promise.all(names.map((name) => join(server, { name, cookie })));
	const type = clients.map((client) => note(client, acks));
	for (let n = 0; n < seconds * 20; n++) {
		type[n % type.length]!(token(n % type.length, n));
		await wait(50);
	}
	await wait(1000);
	for (const client of clients) client.leave();
	return acks;
}

/** Opens what a power cut left. Empty is well. */
function examine(dir: string, acks: Ack[]): string {
	const database = openDatabase(path(dir, 'data.db'));
	try {
		const sqlite = database.$client;
		if (sqlite.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'corrupt';
		for (const { name, words } of acks) {
			const found = new Set(tokensOf(textOf(build(load(name, sqlite)))));
			const lost = words.filter((word) => !found.has(word)).length;
			if (lost > 0) return `lost ${lost}`;
		}
		return '';
	} catch (error) {
		return `corrupt: ${(error as Error).message}`;
	} finally {
		database.$client.close();
	}
}

async function powerCuts() {
	const checks = new Checks();
	const trace = path(scratch('strace'), 'log');
	const server = new Server();
	await server.start();
	const names = server.documents(3);
	await server.cookie();
	await server.end();
	const begin = new Map(FILES.map((file) => [file, readIfThere(path(server.dataDir, file))]));
	const calls = 'trace=pwrite64,fsync,fdatasync,ftruncate,unlink';
	const flags = ['-f', '-y', '-xx', '-s', '80000', '-ttt', '-T', '-e', calls, '-o', trace];
	await server.start({ inside: ['strace', ...flags] });
	const acks = await recordTyping(server, names, 20);
	await server.end('SIGKILL');
	const events = eventsOf(readFileSync(trace, 'latin1'));
	const syncs = events.filter(({ op }) => op === 'sync').length;
	checks.saw(`${events.length} calls, ${syncs} syncs, ${acks.length} times told "saved"`);
	checks.holds(syncs > 50 && acks.length > 50, 'there was something to lose');
	const first = Math.max(acks[0]!.at, events[0]!.from);
	const length = events.at(-1)!.from - first;
	const cuts = Array.from({ length: CUTS }, () => first + Math.random() * length);
	const results = cutAll(
		cuts.sort((a, b) => a - b),
		{ begin, events, acks },
	);
	const good = results.get('') ?? 0;
	checks.saw(`${CUTS} cuts: ${good} good, ${CUTS - good} not`);
	for (const [what, times] of results) if (what) checks.holds(false, `${times} × ${what}`);
	return checks.finding;
}

const readIfThere = (file: string) => {
	try {
		return readFileSync(file);
	} catch {
		return NOTHING;
	}
};

interface Recorded {
	begin: Map<string, Buffer>;
	events: Event[];
	acks: Ack[];
}

/** Cuts the power at each of these moments, in order; how often which came of it. */
function cutAll(cuts: readonly number[], { begin, events, acks }: Recorded): Map<string, number> {
	const platters = new Map(FILES.map((file) => [file, new Platter(Buffer.from(begin.get(file)!))]));
	const results = new Map<string, number>();
	const dir = scratch('stroom');
	let next = 0;
	for (const cut of cuts) {
		// a sync that is under way at this cut is done at a later one
		for (; (events[next]?.from ?? Infinity) <= cut; next++) {
			const event = events[next]!;
			if (event.op === 'sync' && event.to > cut) break;
			platters.get(event.file)!.take(event, cut);
		}
		rmSync(dir, { recursive: true });
		mkdirSync(dir);
		for (const [file, platter] of platters) writeFileSync(path(dir, file), platter.cut());
		// the last word about each document before the cut
		const told = new Map(acks.filter(({ at }) => at <= cut).map((ack) => [ack.name, ack]));
		const found = examine(dir, [...told.values()]).replace(/ .*/, '');
		results.set(found, (results.get(found) ?? 0) + 1);
	}
	return results;
}

export const POWER: Record<string, Drill> = {
	R2: {
		fault: 'the power goes',
		what: `${CUTS} times at a random moment, with what was not synced there, gone or torn at ${SECTOR} bytes`,
		run: async () =>
			hasStrace()
				? powerCuts()
				: { isWell: undefined, figures: 'strace is not here: apt-get install strace' },
	},
};
