// `npm run bench -- sync`: the built server beside two others under the same load, interleaved, and
// whether each goal holds. Ratios are to the best of the others in the same run.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadTarget, run } from './bench.mjs';
import { GOALS, verdicts } from './goals.mjs';
import { system } from './lib/proc.mjs';
import { benchDir, sleep } from './lib/server.mjs';
import { report } from './report.mjs';

const PASSES = ['load', 'storm', 'durability', 'memory', 'trace', 'capacity', 'compat'];
const { values: options } = parseArgs({
	options: {
		passes: { type: 'string', default: PASSES.join() },
		targets: { type: 'string', default: 'samenspel,hocuspocus,yws' },
		loads: { type: 'string', default: '10x10,50x10,100x10,1x50,1x200' },
		reps: { type: 'string', default: '2' },
		secs: { type: 'string', default: '8' },
		/** Wait at most this long for a quiet machine, before each run. */
		quiet: { type: 'string', default: '20' },
		/** Start nothing after this. */
		minutes: { type: 'string', default: '60' },
		out: { type: 'string', default: path.join(benchDir, 'out/sync.jsonl') },
		/** Add to the lines of an earlier run, or only look at them. */
		append: { type: 'boolean', default: false },
		report: { type: 'boolean', default: false },
	},
});
const names = options.targets.split(',');
const others = names.filter((name) => name !== 'samenspel');
const deadline = Date.now() + Number(options.minutes) * 60_000;
const secs = Number(options.secs);
const targets = {};
let turn = 0;

function installPeers() {
	for (const [folder, ...flags] of [['hocuspocus'], ['y-websocket-server', '--legacy-peer-deps']]) {
		const cwd = path.join(benchDir, 'peers', folder);
		if (fs.existsSync(path.join(cwd, 'node_modules'))) continue;
		const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', ...flags];
		execFileSync('npm', args, { cwd, stdio: 'inherit' });
	}
}

async function quiet() {
	const until = Date.now() + Number(options.quiet) * 1000;
	for (;;) {
		const before = system();
		await sleep(700);
		const after = system();
		const busy = (after.busyMs - before.busyMs) / 7;
		if (busy < 60 && after.stealMs - before.stealMs < 30) return;
		if (Date.now() > until) return;
	}
}

const brief = (row) =>
	row.error?.slice(0, 400) ??
	(row.lat
		? `${row.rooms}x${row.clients} p50 ${row.lat.p50} p99 ${row.lat.p99} ms · ${row.serverCpuMsPer1kEdits} ms/1k · ${row.serverCpuPct} % · lost ${row.lost} · clean ${row.clean} · elsewhere ${row.foreignCpuPct} %`
		: JSON.stringify(row).slice(0, 400));

async function one(name, scenario, opts, note) {
	if (Date.now() > deadline) return undefined;
	await quiet();
	const row = { ...(await run(targets[name], scenario, opts)), ...note };
	fs.appendFileSync(options.out, JSON.stringify(row) + '\n');
	console.log(new Date().toISOString().slice(11, 19), name, scenario, brief(row));
	return row;
}

/** Each target in turn, in an order that rotates. */
async function all(scenario, opts, note, only = names) {
	turn++;
	for (const i of only.keys()) await one(only[(i + turn) % only.length], scenario, opts, note);
}

const failed = (row) =>
	!row || row.error || !row.clean || (row.latCalm?.n >= 1000 ? row.latCalm : row.lat).p99 >= 100;

const LADDERS = {
	rooms: [100, 150, 200, 250, 300, 400].map((rooms) => [rooms, 10]),
	oneRoom: [100, 200, 300, 400].map((clients) => [1, clients]),
};

/** Upwards until two loads in a row fail; the better of two tries counts. */
async function climb(ladder, steps) {
	const fails = Object.fromEntries(names.map((name) => [name, 0]));
	for (const [rooms, clients] of steps) {
		for (const name of names.filter((candidate) => fails[candidate] < 2)) {
			const opts = { rooms, clients, secs: 6, drainMs: 6000 };
			const note = { pass: 'capacity', ladder };
			let row = await one(name, 'load', opts, note);
			if (failed(row)) row = await one(name, 'load', opts, note);
			fails[name] = failed(row) ? fails[name] + 1 : 0;
		}
	}
}

const DO = {
	async load() {
		for (const load of options.loads.split(',')) {
			const [rooms, clients] = load.split('x').map(Number);
			await all('load', { rooms, clients, secs }, { pass: 'load' });
		}
	},
	storm: () => all('storm', { secs: 10 }, { pass: 'storm' }),
	async durability() {
		await all('durability', { trials: 4 }, { pass: 'durability' });
		const heavy = { trials: 2, rooms: 50, clients: 10 };
		await all('durability', heavy, { pass: 'durability-50x10' });
	},
	memory: () => all('memory', {}, { pass: 'memory' }),
	trace: () => all('trace', { trials: 3 }, { pass: 'trace' }),
	async capacity() {
		for (const [ladder, steps] of Object.entries(LADDERS)) await climb(ladder, steps);
	},
	compat: () => all('compat', {}, { pass: 'compat' }),
};

if (!options.report) {
	installPeers();
	for (const name of names)
		targets[name] = await loadTarget(path.join(benchDir, 'targets', `${name}.mjs`));
	fs.mkdirSync(path.dirname(options.out), { recursive: true });
	if (!options.append) fs.rmSync(options.out, { force: true });
	for (let rep = 0; rep < Number(options.reps); rep++)
		for (const pass of options.passes.split(','))
			if (rep === 0 || ['load', 'storm'].includes(pass)) await DO[pass]();
}
const rows = fs
	.readFileSync(options.out, 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line));
console.log(`\n${report(rows, others[0] ?? names[0])}\n\n## Goals\n`);
const outcome = verdicts(GOALS, rows, { ours: 'samenspel', others });
for (const line of outcome.lines) console.log(line);
process.exit(outcome.missed ? 1 : 0);
