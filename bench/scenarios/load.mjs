// C clients typing in each of R rooms; the clients live in one worker process.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { benchDir, nodeBin, wrap } from '../lib/server.mjs';

export const worker = (cfg, pin, script = 'scenarios/load-worker.mjs', limitMs = 180000) =>
	new Promise((resolve, reject) => {
		let args = [path.join(benchDir, script), JSON.stringify(cfg)];
		let cmd = nodeBin();
		[cmd, args] = wrap(cmd, args, pin);
		const p = spawn(cmd, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: benchDir });
		let out = '';
		let err = '';
		p.stdout.on('data', (d) => {
			out += d;
		});
		p.stderr.on('data', (d) => {
			err += d;
		});
		const timer = setTimeout(() => p.kill('SIGKILL'), limitMs);
		p.on('exit', (code) => {
			clearTimeout(timer);
			try {
				resolve(JSON.parse(out.trim().split('\n').pop()));
			} catch {
				reject(new Error(`worker ended ${code}: ${err.slice(-600)}`));
			}
		});
	});

export default async (ctx) => {
	const { opts, target } = ctx;
	const { rooms = 10, clients = 10, rate = 2, secs = 10, warmup = 3 } = opts;
	const server = await ctx.newServer().start();
	const { docs, headers, url } = await ctx.docs(server, rooms);
	const r = await worker(
		{
			url,
			headers,
			dialect: target.dialect,
			docs,
			clients,
			rate,
			measureMs: secs * 1000,
			warmupMs: warmup * 1000,
			pid: server.pid,
			mode: opts.mode ?? 'type',
			cursorWithEdit: opts.cursorWithEdit,
			drainMs: opts.drainMs ?? 15000,
		},
		ctx.clientPin,
		target.worker,
	);
	await server.stop();
	return r;
};
