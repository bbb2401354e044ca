// Runs one scenario against one target and prints one JSON line.
//   node bench.mjs --target targets/yws.mjs --scenario load --rooms 10 --clients 10
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Attached, Server, benchDir } from './lib/server.mjs';

export const scenarios = ['load', 'storm', 'trace', 'memory', 'durability', 'compat'];
let counter = 0;
export const loadTarget = async (file) =>
	(await import(pathToFileURL(path.resolve(file)).href)).default;

export const run = async (target, scenario, opts = {}) => {
	const tag = `${scenario}-${process.pid}-${++counter}`;
	const tmp = path.join(benchDir, 'out/tmp', `${target.name}-${tag}`);
	fs.rmSync(tmp, { recursive: true, force: true });
	fs.mkdirSync(tmp, { recursive: true });
	const log = path.join(tmp, 'server.log');
	const make = () =>
		opts.pid || opts.url
			? new Attached(opts.url ? { ...target, url: opts.url } : target, opts)
			: new Server(target, {
					dataDir: path.join(tmp, 'data'),
					pin: opts.pin === false ? null : 0,
					log,
				});
	const mod = await import(`./scenarios/${scenario}.mjs`);
	const t0 = Date.now();
	let result;
	const servers = [];
	try {
		const ctx = {
			target,
			opts,
			tag,
			tmp,
			newServer: () => {
				const s = make();
				servers.push(s);
				return s;
			},
			clientPin: opts.pin === false ? null : 1,
			// names (and headers, if the target wants a session) for n documents
			docs: async (server, n, label = '') => {
				let docs = Array.from(
					{ length: n },
					(_, i) => target.docName?.(`${tag}${label}`, i) ?? `bench-${tag}${label}-${i}`,
				);
				let headers = {
					...(target.headers ?? {}),
					...(opts.cookie ? { Cookie: opts.cookie } : {}),
				};
				if (target.prepare) {
					const p = await target.prepare({ port: server.port, docs, label });
					docs = p.docs ?? docs;
					headers = { ...headers, ...p.headers };
				}
				return { docs, headers, url: server.url() };
			},
		};
		result = await mod.default(ctx);
	} catch (e) {
		result = { error: String(e?.stack ?? e) };
	} finally {
		for (const s of servers) await s.stop('SIGKILL').catch(() => {});
	}
	let serverLog = '';
	try {
		serverLog = fs.readFileSync(log, 'utf8');
	} catch {
		// not there (any more): then there is nothing to count
	}
	const errs = serverLog
		.split('\n')
		.filter(
			(l) => /error|exception|warn/i.test(l) && !/ExperimentalWarning|trace-warnings/.test(l),
		);
	if (errs.length) result.serverLog = { lines: errs.length, first: errs[0].slice(0, 200) };
	if (!opts.keep) fs.rmSync(tmp, { recursive: true, force: true });
	return {
		target: target.name,
		scenario,
		at: new Date(t0).toISOString(),
		tookMs: Date.now() - t0,
		...result,
	};
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const { values: v } = parseArgs({
		options: {
			target: { type: 'string' },
			scenario: { type: 'string', default: 'load' },
			rooms: { type: 'string' },
			clients: { type: 'string' },
			rate: { type: 'string' },
			secs: { type: 'string' },
			warmup: { type: 'string' },
			trials: { type: 'string' },
			ops: { type: 'string' },
			docs: { type: 'string' },
			conns: { type: 'string' },
			url: { type: 'string' },
			pid: { type: 'string' },
			port: { type: 'string' },
			'data-dir': { type: 'string' },
			cookie: { type: 'string' },
			'no-pin': { type: 'boolean' },
			'cursor-with-edit': { type: 'boolean' },
			keep: { type: 'boolean' },
			out: { type: 'string', default: path.join(benchDir, 'out/results.jsonl') },
		},
	});
	if (!v.target) {
		console.error(
			'usage: node bench.mjs --target targets/NAME.mjs --scenario ' +
				scenarios.join('|') +
				' [--rooms R --clients C --rate N --secs S] [--url ws://…/{doc} --pid N]',
		);
		process.exit(2);
	}
	const num = (k) => (v[k] === undefined ? undefined : Number(v[k]));
	const target = await loadTarget(v.target);
	const opts = {
		rooms: num('rooms'),
		clients: num('clients'),
		rate: num('rate'),
		secs: num('secs'),
		warmup: num('warmup'),
		trials: num('trials'),
		ops: num('ops'),
		docs: num('docs'),
		conns: num('conns'),
		url: v.url,
		pid: v.pid,
		port: num('port'),
		dataDir: v['data-dir'],
		cookie: v.cookie,
		keep: v.keep,
		cursorWithEdit: v['cursor-with-edit'],
		pin: v['no-pin'] ? false : undefined,
	};
	const r = await run(target, v.scenario, opts);
	fs.mkdirSync(path.dirname(v.out), { recursive: true });
	fs.appendFileSync(v.out, JSON.stringify(r) + '\n');
	console.log(JSON.stringify(r));
	const { table } = await import('./report.mjs');
	console.error(table([r]));
	process.exit(r.error ? 1 : 0);
}
