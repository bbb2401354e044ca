import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** A data folder with nothing in it, with the example werkplaats, or with two full werkplaatsen. */
export type Kind = 'empty' | 'voorbeeld' | 'veiligheid';

const SEEDED = resolve('node_modules/.cache/seeded');
/** Who and what is in the two full werkplaatsen, with words that occur nowhere else. */
export const FIXTURE = join(SEEDED, 'veiligheid.json');

/** What an administrator of this machine may have set does not reach the journeys. */
const environment = (dataDir: string) => ({
	PATH: process.env.PATH,
	...(process.platform === 'win32' && { SYSTEMROOT: process.env.SYSTEMROOT }),
	TZ: 'Europe/Amsterdam',
	DATA_DIR: dataDir,
	PORT: '0',
	LOG_LEVEL: 'warn',
	// all journeys come from one address, within minutes
	LIMIT_REQUESTS_ANONYMOUS: '1000000',
	LIMIT_REQUESTS_USER: '1000000',
	LIMIT_EXPORTS: '100',
});

/** Runs `npm run beheer -- …` of the build on this data folder. */
export async function beheer(dataDir: string, ...args: string[]): Promise<string> {
	const script = resolve('build/server/beheer.js');
	const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], {
		env: environment(dataDir),
	});
	return stdout;
}

/** Makes the data folders once; each file of journeys starts from a copy. */
export async function seedAll() {
	rmSync(SEEDED, { recursive: true, force: true });
	mkdirSync(SEEDED, { recursive: true });
	await Promise.all([
		beheer(join(SEEDED, 'voorbeeld'), 'demo'),
		beheer(join(SEEDED, 'veiligheid'), 'seed', 'veiligheid', '--out', FIXTURE),
	]);
}

/** The server as an administrator starts it, on a data folder of its own. */
export class Server {
	readonly dataDir = mkdtempSync(join(tmpdir(), 'samenspel-'));
	url = '';
	private process?: ChildProcess;
	private log = '';

	static async start(kind: Kind): Promise<Server> {
		const server = new Server();
		if (kind !== 'empty') cpSync(join(SEEDED, kind), server.dataDir, { recursive: true });
		await server.start();
		return server;
	}

	/** Resolves at the line `ready <url>`; rejects with what it said when it stops before that. */
	start(): Promise<void> {
		const port = this.url ? new URL(this.url).port : '0';
		const child = spawn(process.execPath, [resolve('build/server/main.js')], {
			env: { ...environment(this.dataDir), PORT: port },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.process = child;
		return new Promise((ready, failed) => {
			const listen = (data: Buffer) => {
				this.log += data;
				const url = /^ready (\S+)/m.exec(this.log)?.[1];
				if (url) {
					this.url = url.replace(/\/$/, '');
					ready();
				}
			};
			child.stdout.on('data', listen);
			child.stderr.on('data', listen);
			child.once('exit', (code) => failed(new Error(`server stopped (${code}): ${this.log}`)));
		});
	}

	/** Asks it to stop, or kills it as a power cut would. */
	async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
		const child = this.process;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = new Promise((done) => child.once('exit', done));
		child.kill(signal);
		await gone;
		this.log = '';
	}

	async remove() {
		await this.stop();
		rmSync(this.dataDir, { recursive: true, force: true });
	}

	beheer(...args: string[]) {
		return beheer(this.dataDir, ...args);
	}

	/** The texts of all mails that were sent so far, oldest first. */
	mails(): string[] {
		const folder = join(this.dataDir, 'mail');
		if (!existsSync(folder)) return [];
		return readdirSync(folder)
			.filter((name) => name.endsWith('.eml'))
			.sort()
			.map((name) => readable(readFileSync(join(folder, name), 'utf8')));
	}
}

/** Undoes quoted-printable, so that a link and a code can be found in the text. */
function readable(eml: string): string {
	if (!/quoted-printable/i.test(eml)) return eml;
	const bytes = eml
		.replace(/=\r?\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
