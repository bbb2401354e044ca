import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { FLAGS } from '../scripts/flags.ts';
import { root } from '../scripts/run.ts';

export const MAIN = join(root, 'build/server/main.js');
const BEHEER = join(root, 'build/server/beheer.js');
const SCRATCH = mkdtempSync(join(tmpdir(), 'samenspel-oefening-'));
process.on('exit', () => {
	for (const child of children) child.kill('SIGKILL');
	rmSync(SCRATCH, { recursive: true, force: true });
});
const children = new Set<ChildProcess>();

interface Mens {
	wie: string;
	email: string;
	wachtwoord: string;
}
interface Team {
	id: string;
	mensen: Mens[];
}

export const scratch = (name: string) => mkdtempSync(join(SCRATCH, `${name}-`));

const beheer = (dataDir: string, ...args: string[]) =>
	execFileSync(process.execPath, [...FLAGS, BEHEER, ...args], {
		env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
		encoding: 'utf8',
	});

/** A data folder of this build with the people of the seed, made once and copied. */
function template() {
	const dir = join(SCRATCH, 'begin');
	const file = join(dir, 'fixture.json');
	if (!existsSync(file)) beheer(join(dir, 'data'), 'seed', 'veiligheid', '--out', file);
	const { werkplaatsen } = JSON.parse(readFileSync(file, 'utf8')) as {
		werkplaatsen: { teams: Team[] }[];
	};
	return { data: join(dir, 'data'), team: werkplaatsen[0]!.teams[0]! };
}

const freePort = () =>
	new Promise<number>((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' ? address!.port : 0));
		});
	});

/** One machine plays everybody: only how many there may be is wider than in life. */
const WIDE = {
	LIMIT_CONNECTIONS: '5000',
	LIMIT_CONNECTIONS_PER_ADDRESS: '5000',
	LIMIT_SYNC_CONNECTIONS_PER_ADDRESS: '5000',
	LIMIT_SYNC_CONNECTIONS_PER_USER: '5000',
	LIMIT_REQUESTS_USER: '1000000',
	LIMIT_REQUESTS_ANONYMOUS: '1000000',
};

export interface StartOptions {
	env?: Record<string, string>;
	/** Runs the server inside another command, such as strace. */
	inside?: string[];
	flags?: string[];
}

/** The built server on a data folder of its own. */
export class Server {
	readonly dataDir: string;
	readonly team: Team;
	port = 0;
	child: ChildProcess | undefined;
	log = '';
	readonly #cookies = new Map<string, string>();
	readonly #options: StartOptions;

	constructor(options: StartOptions = {}, dataDir = join(scratch('data'), 'data')) {
		const { data, team } = template();
		cpSync(data, dataDir, { recursive: true });
		this.dataDir = dataDir;
		this.team = team;
		this.#options = options;
	}

	get origin() {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Milliseconds until it is ready; throws when it ends before that. */
	async start({ env, inside, flags }: StartOptions = this.#options): Promise<number> {
		this.port ||= await freePort();
		const begin = performance.now();
		const command = [...(inside ?? []), process.execPath, ...(flags ?? FLAGS), MAIN];
		this.child = spawn(command[0]!, command.slice(1), {
			env: { ...process.env, NODE_ENV: 'production', ...WIDE, ...env, ...this.#address() },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		children.add(this.child);
		for (const stream of [this.child.stdout!, this.child.stderr!])
			stream.on('data', (data: Buffer) => (this.log += data));
		while (!(await this.isReady())) {
			if (this.hasEnded) throw new Error(`the server ended: ${this.log.slice(-500)}`);
			await wait(20);
		}
		return performance.now() - begin;
	}

	#address = () => ({
		DATA_DIR: this.dataDir,
		PORT: String(this.port),
		HOST: '127.0.0.1',
		PUBLIC_ORIGIN: this.origin,
		LOG_LEVEL: process.env['DRILL_LOG'] ?? 'warn',
	});

	get hasEnded() {
		return this.child?.exitCode !== null || this.child.signalCode !== null;
	}

	async isReady() {
		try {
			return (await fetch(`${this.origin}/readyz`, { signal: AbortSignal.timeout(2000) })).ok;
		} catch {
			return false;
		}
	}

	/** Sends a signal and waits for the end. */
	async end(signal: NodeJS.Signals = 'SIGTERM') {
		const { child } = this;
		if (!child || this.hasEnded) return { ms: 0, code: child?.exitCode ?? null };
		const begin = performance.now();
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
		children.delete(child);
		return { ms: performance.now() - begin, code: child.exitCode };
	}

	/** What it says of itself: the sum of all that begins so. */
	async metric(name: string) {
		const text = await (await fetch(`${this.origin}/metrics`)).text();
		const lines = text.split('\n').filter((line) => line.startsWith(name));
		return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
	}

	rss() {
		const status = readFileSync(`/proc/${this.child!.pid}/status`, 'utf8');
		return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
	}

	/** The cookie of somebody of the team, logged in through the form. */
	async cookie(wie = 'kernlid'): Promise<string> {
		const known = this.#cookies.get(wie);
		if (known) return known;
		const { email, wachtwoord } = this.team.mensen.find((mens) => mens.wie === wie)!;
		const answer = await this.post('/inloggen', { email, wachtwoord });
		const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-sessie='));
		if (!cookie) throw new Error(`log-in failed: ${answer.status}`);
		const value = cookie.split(';')[0]!;
		this.#cookies.set(wie, value);
		return value;
	}

	async post(path: string, fields: Record<string, string>, cookie?: string) {
		return fetch(`${this.origin}${path}`, {
			method: 'POST',
			redirect: 'manual',
			headers: { Origin: this.origin, ...(cookie && { Cookie: cookie }) },
			body: new URLSearchParams(fields),
		});
	}

	/** The database beside the server, as another process would open it. */
	database<T>(use: (sqlite: Database.Database) => T, options: Database.Options = {}): T {
		const sqlite = new Database(join(this.dataDir, 'data.db'), { timeout: 5000, ...options });
		try {
			return use(sqlite);
		} finally {
			sqlite.close();
		}
	}

	/** Bijeenkomsten of the team without a verslag yet; the names of their documents. */
	documents(count: number): string[] {
		return this.database((sqlite) => {
			const insert = sqlite.prepare(
				`insert into bijeenkomst (id, werkplaats_id, leeromgeving_id, titel, created_at, updated_at)
				select ?, werkplaats_id, id, 'Oefening', 0, 0 from leeromgeving where id = ?`,
			);
			const ids = Array.from({ length: count }, newId);
			sqlite.transaction(() => ids.forEach((id) => insert.run(id, this.team.id)))();
			return ids.map((id) => `verslag/${id}`);
		});
	}

	isWhole = () =>
		this.database((sqlite) => sqlite.pragma('integrity_check(1)', { simple: true }) === 'ok');

	databaseSize = () => statSync(join(this.dataDir, 'data.db')).size;

	beheer = (...args: string[]) => beheer(this.dataDir, ...args);
}

/** A server that runs, one document of the team, and somebody who may write in it. */
export async function startWithOne(options: StartOptions = {}, wie = 'kernlid') {
	const server = new Server(options);
	await server.start();
	const [name = ''] = server.documents(1);
	return { server, name, id: name.split('/')[1]!, cookie: await server.cookie(wie) };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const newId = () =>
	Array.from({ length: 20 }, () => LETTERS[Math.floor(Math.random() * 32)]).join('');
