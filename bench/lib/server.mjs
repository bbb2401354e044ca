// Starts, stops, kills and questions a server process.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuMs, mem, du } from './proc.mjs';

export const benchDir = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const nodeBin = () => process.env.BENCH_NODE || process.execPath;
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Pinned to one core, and (where allowed) ahead of whatever else runs on a shared
// machine: BENCH_NICE, default -10; 0 switches it off. Both taskset and nice exec
// the command, so the pid stays.
const niceness = (() => {
	const n = Number(process.env.BENCH_NICE ?? -10);
	if (n >= 0) return n;
	return process.getuid?.() === 0 ? n : 0;
})();
// (with sched_autogroup the nice value of the whole session group counts instead)
if (niceness)
	try {
		fs.writeFileSync('/proc/self/autogroup', String(niceness));
	} catch {
		// not there (any more): then there is nothing to count
	}
export const wrap = (cmd, args, pin) => {
	if (pin !== null) {
		args = ['-c', String(pin), cmd, ...args];
		cmd = 'taskset';
	}
	if (niceness) {
		args = ['-n', String(niceness), cmd, ...args];
		cmd = 'nice';
	}
	return [cmd, args];
};

export const freePort = () =>
	new Promise((resolve, reject) => {
		const s = net.createServer();
		s.on('error', reject);
		s.listen(0, '127.0.0.1', () => {
			const { port } = s.address();
			s.close(() => resolve(port));
		});
	});
const accepts = (port) =>
	new Promise((resolve) => {
		const s = net.connect(port, '127.0.0.1');
		s.on('connect', () => {
			s.destroy();
			resolve(true);
		});
		s.on('error', () => resolve(false));
	});
const live = new Set();
for (const sig of ['SIGINT', 'SIGTERM'])
	process.on(sig, () => {
		for (const s of live)
			try {
				s.proc?.kill('SIGKILL');
			} catch {
				// not there (any more): then there is nothing to count
			}
		process.exit(130);
	});
process.on('exit', () => {
	for (const s of live)
		try {
			s.proc?.kill('SIGKILL');
		} catch {
			// not there (any more): then there is nothing to count
		}
});

export class Server {
	constructor(target, { dataDir, pin = null, gcHook = true, log } = {}) {
		this.target = target;
		this.dataDir = dataDir;
		this.pin = pin;
		this.gcHook = gcHook && target.gcHook !== false;
		this.log = log;
	}

	async start() {
		fs.mkdirSync(this.dataDir, { recursive: true });
		this.port ??= await freePort();
		const gcFile = (this.gcFile = path.join(
			path.dirname(this.dataDir),
			path.basename(this.dataDir) + '.gc.json',
		));
		const st = this.target.start({
			port: this.port,
			dataDir: this.dataDir,
			benchDir,
			node: nodeBin(),
		});
		let cmd = st.cmd;
		let args = st.args ?? [];
		const env = { ...process.env, NODE_ENV: 'production', ...st.env };
		if (this.gcHook) {
			env.BENCH_GC_FILE = gcFile;
			env.NODE_OPTIONS = [env.NODE_OPTIONS, `--import=${path.join(benchDir, 'lib/gc-hook.mjs')}`]
				.filter(Boolean)
				.join(' ');
			if (/node$/.test(cmd)) args = ['--expose-gc', ...args];
		}
		[cmd, args] = wrap(cmd, args, this.pin);
		const out = this.log ? fs.openSync(this.log, 'a') : 'ignore';
		const t0 = performance.now();
		this.proc = spawn(cmd, args, { cwd: st.cwd ?? benchDir, env, stdio: ['ignore', out, out] });
		if (this.log) fs.closeSync(out);
		this.exited = new Promise((resolve) =>
			this.proc.on('exit', (code, signal) => {
				live.delete(this);
				resolve({ code, signal });
			}),
		);
		live.add(this);
		this.pid = this.proc.pid;
		const end = Date.now() + (this.target.startTimeoutMs ?? 30000);
		for (;;) {
			if (this.proc.exitCode !== null)
				throw new Error(`${this.target.name} exited ${this.proc.exitCode}; see ${this.log}`);
			if (await accepts(this.port)) break;
			if (Date.now() > end) {
				this.proc.kill('SIGKILL');
				throw new Error(this.target.name + ' did not start');
			}
			await sleep(20);
		}
		this.readyMs = performance.now() - t0;
		return this;
	}

	url() {
		return this.target.url.replace('{port}', this.port);
	}
	async stop(signal = 'SIGTERM', ms = 8000) {
		if (!this.proc || this.proc.exitCode !== null || this.proc.signalCode) return;
		this.proc.kill(signal);
		const r = await Promise.race([this.exited, sleep(ms).then(() => null)]);
		if (!r) {
			this.proc.kill('SIGKILL');
			await this.exited;
			return 'killed after ' + ms + ' ms';
		}
	}

	async kill9() {
		this.proc.kill('SIGKILL');
		await this.exited;
	}
	cpu() {
		return cpuMs(this.pid);
	}
	mem() {
		return mem(this.pid);
	}
	du() {
		return du(this.dataDir);
	}
	// memory after a forced collection: { rssMb, heapMb, externalMb } (heap only with the hook)
	async gcMem() {
		let m = null;
		if (this.gcHook) {
			try {
				fs.unlinkSync(this.gcFile);
			} catch {
				// not there (any more): then there is nothing to count
			}
			this.proc.kill('SIGUSR2');
			for (let i = 0; i < 100 && !m; i++) {
				await sleep(50);
				try {
					m = JSON.parse(fs.readFileSync(this.gcFile, 'utf8'));
				} catch {
					// not there (any more): then there is nothing to count
				}
			}
		}
		await sleep(300);
		const r = (x) => Math.round((x / 1048576) * 100) / 100;
		return {
			rssMb: r(this.mem().rssKb * 1024),
			heapMb: m ? r(m.heapUsed) : null,
			externalMb: m ? r(m.external + 0) : null,
		};
	}
}

// A server that somebody else started: only measured.
export class Attached {
	constructor(target, { pid, port, dataDir }) {
		Object.assign(this, { target, pid: Number(pid) || null, port, dataDir, attached: true });
	}
	async start() {
		return this;
	}
	async stop() {}
	url() {
		return this.target.url.replace('{port}', this.port ?? '');
	}
	cpu() {
		return this.pid ? cpuMs(this.pid) : 0;
	}
	mem() {
		return this.pid ? mem(this.pid) : { rssKb: 0 };
	}
	du() {
		return this.dataDir ? du(this.dataDir) : { bytes: null };
	}
	async gcMem() {
		await sleep(2000);
		return { rssMb: Math.round(this.mem().rssKb / 10.24) / 100, heapMb: null, externalMb: null };
	}
}
