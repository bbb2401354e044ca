// Tables from result lines.   node report.mjs out/peers.jsonl [--ref relay]
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

const med = (xs) => {
	const s = xs
		.filter((x) => x !== null && x !== undefined && !Number.isNaN(x))
		.sort((a, b) => a - b);
	return s.length
		? s.length % 2
			? s[(s.length - 1) / 2]
			: (s[s.length / 2 - 1] + s[s.length / 2]) / 2
		: null;
};
const f = (x, d = 1) =>
	x === null || x === undefined
		? '–'
		: Math.abs(x) >= 1000
			? Math.round(x).toLocaleString('en-US').replaceAll(',', ' ')
			: String(Math.round(x * 10 ** d) / 10 ** d);
const md = (head, rows) =>
	[
		'| ' + head.join(' | ') + ' |',
		'|' + head.map((_, i) => (i ? ' ---: |' : ' --- |')).join(''),
		...rows.map((r) => '| ' + r.join(' | ') + ' |'),
	].join('\n');
// latency is only worth something when little else ran; CPU figures always count
// (runs that have tenths of a second free of steal, see Windows; if there are none, all)
const calm = (rs) => {
	const c = rs.filter((r) => r.latCalm && r.latCalm.n >= 1000);
	return c.length ? c : rs;
};
const group = (rows, key) => {
	const m = new Map();
	for (const r of rows) {
		const k = key(r);
		if (!m.has(k)) m.set(k, []);
		m.get(k).push(r);
	}
	return m;
};

const L = (r) => (r.latCalm && r.latCalm.n >= 1000 ? r.latCalm : r.lat);
export const loadTable = (rows) => {
	const g = group(
		rows.filter((r) => !r.error && r.lat),
		(r) => `${r.mode === 'cursor' ? 'cursors ' : ''}${r.rooms}x${r.clients}|${r.target}`,
	);
	const out = [];
	for (const [k, rs] of g) {
		const [load, t] = k.split('|');
		const c = calm(rs);
		out.push([
			load,
			t,
			rs.length,
			f(med(c.map((r) => L(r).p50)), 2),
			f(med(c.map((r) => L(r).p95)), 2),
			f(med(c.map((r) => L(r).p99)), 2),
			f(med(rs.map((r) => r.lat.p99)), 1),
			f(med(rs.map((r) => r.serverCpuPct))),
			f(med(rs.map((r) => r.serverCpuMsPer1kEdits)), 0),
			f(med(rs.map((r) => r.serverCpuUsPerDelivery)), 2),
			f(med(rs.map((r) => r.outMbps)), 2),
			rs.reduce((a, r) => a + r.lost, 0),
			rs.every((r) => r.clean) ? 'yes' : 'NO',
			f(med(rs.map((r) => r.clientElu)), 2),
			f(med(rs.map((r) => r.foreignCpuPct)), 0),
		]);
	}
	return md(
		[
			'load',
			'server',
			'runs',
			'p50 ms',
			'p95 ms',
			'p99 ms',
			'p99 undivided',
			'server CPU %',
			'CPU ms / 1k edits',
			'CPU µs / delivery',
			'out Mbit/s',
			'lost',
			'clean',
			'client ELU',
			'foreign CPU %',
		],
		out,
	);
};
// ratio of each target to the reference, per pair (same load, same repetition), median of pairs
export const ratios = (rows, metric, ref) => {
	const by = group(
		rows.filter((r) => !r.error && r.lat && r.pass !== 'capacity'),
		(r) => `${r.mode === 'cursor' ? 'cursors ' : ''}${r.rooms}x${r.clients}`,
	);
	const names = [...new Set(rows.map((r) => r.target))].filter((n) => n !== ref);
	const out = [];
	for (const [load, rs] of by) {
		const t = group(rs, (r) => r.target);
		const a = t.get(ref) ?? [];
		out.push([
			load,
			...names.map((n) => {
				const b = t.get(n) ?? [];
				const q = a.map((x, i) => (b[i] ? metric(b[i]) / metric(x) : null));
				return f(med(q), 2);
			}),
		]);
	}
	return md(['load', ...names.map((n) => `${n} / ${ref}`)], out);
};
export const capacityTable = (rows) => {
	const g = group(
		rows.filter((r) => r.pass === 'capacity'),
		(r) => `${r.ladder}|${r.target}`,
	);
	const out = [];
	for (const [k, rs] of g) {
		const [ladder, t] = k.split('|');
		const ok = (r) => !r.error && r.clean && L(r).p99 < 100;
		let best = null;
		for (const r of rs)
			if (ok(r) && (!best || r.deliveriesPerSec > best.deliveriesPerSec)) best = r;
		out.push([
			ladder,
			t,
			best ? `${best.rooms}x${best.clients}` : 'none',
			best ? f(best.editsPerSec, 0) : '–',
			best ? f(best.deliveriesPerSec, 0) : '–',
			best ? f(L(best).p99, 1) : '–',
			best ? f(best.serverCpuPct, 0) : '–',
			rs
				.map((r) =>
					r.error
						? 'err'
						: `${r.rooms}x${r.clients}:${f(L(r).p99, 0)}${r.clean ? '' : '!'}(${f(r.serverCpuPct, 0)}%/${f(r.clientElu * 100, 0)}%)`,
				)
				.join(' '),
		]);
	}
	return md(
		[
			'ladder',
			'server',
			'capacity',
			'edits/s',
			'deliveries/s',
			'p99 ms',
			'CPU %',
			'steps: p99 ms (server CPU / client loop)',
		],
		out,
	);
};
const pick = (o, path) => path.split('.').reduce((x, k) => x?.[k], o);
export const plain = (rows, pass, cols) => {
	const g = group(
		rows.filter((r) => r.pass === pass && !r.error),
		(r) => r.target,
	);
	const names = [...g.keys()];
	return md(
		[pass, ...names],
		cols.map(([title, p, d]) => [
			title,
			...names.map((n) => {
				const xs = g.get(n).map((r) => (typeof p === 'function' ? p(r) : pick(r, p)));
				return typeof xs[0] === 'number' || xs[0] === null ? f(med(xs), d ?? 1) : String(xs[0]);
			}),
		]),
	);
};
export const memoryCols = [
	['KB RSS per open document (+1 connection)', 'kbPerDocRss'],
	['KB heap per open document', 'kbPerDocHeap'],
	['KB RSS per idle connection', 'kbPerConnRss'],
	['KB heap per idle connection', 'kbPerConnHeap'],
	['RSS at start MB', 'base.rssMb'],
	['RSS with all MB', 'withConns.rssMb'],
	['RSS after all left MB', 'after.rssMb'],
	['heap with all MB', 'withConns.heapMb'],
	['heap after all left MB', 'after.heapMb'],
	['idle CPU %', 'idleCpuPct', 2],
];
export const traceCols = [
	['replay ops/s', 'replay.opsPerSec', 0],
	['replay CPU ms / 1k ops', 'replay.serverCpuMsPer1kOps', 2],
	['replay written MB', 'replay.writtenMb'],
	['replay RSS peak MB', 'replay.rssPeakMb'],
	['disk KB after replay', 'diskAfterReplayKb', 0],
	['disk KB after all left', 'diskAfterLeaveKb', 0],
	['disk KB after stop', 'diskAfterStopKb', 0],
	['disk KB at end', 'diskEndKb', 0],
	['warm join p50 ms', 'warm.complete.p50'],
	['warm join max ms', 'warm.complete.max'],
	['warm join bytes', 'warm.bytes', 0],
	['warm join server CPU ms', 'warm.serverCpuMsPerJoin', 2],
	['50 joins at once: p50 ms', 'crowd.complete.p50'],
	['50 joins at once: last ms', 'crowd.complete.max'],
	['cold join ms', 'coldMs'],
	['cold join bytes', (r) => r.cold?.[0]?.bytes, 0],
	[
		'cold: first sync empty',
		(r) => r.cold?.filter((c) => c.firstEmpty).length + ' of ' + r.cold?.length,
	],
	['heap with it open MB', 'openMem.heapMb'],
	['heap after close MB', 'closedMem.heapMb'],
	['text right', 'textOk'],
	['text right after restart', 'textOkAfterRestart'],
];
export const durCols = [
	['edits seen by others before kill -9', 'seenTotal', 0],
	['of them lost', 'lostTotal', 0],
	['worst trial: lost', 'worstLost', 0],
	['oldest lost edit, ms before the kill', 'worstMs', 0],
	[
		'per trial',
		(r) => r.trials.map((t) => (t.err ? 'ERR ' + t.err : `${t.lost}/${t.seen}`)).join(' '),
	],
];

export const table = (rows) => {
	const r = rows[0];
	if (r.error) return 'ERROR ' + r.error;
	if (r.lat) return loadTable(rows);
	const withPass = rows.map((x) => ({ pass: x.scenario, ...x }));
	const cols = { memory: memoryCols, trace: traceCols, durability: durCols }[r.scenario];
	return cols ? plain(withPass, r.scenario, cols) : JSON.stringify(r, null, 1);
};
export const report = (rows, ref) => {
	const parts = [];
	const main = rows.filter((r) => r.pass === 'load' || r.pass === 'storm' || r.pass === 'mixed');
	if (main.length) {
		parts.push('## Loads', loadTable(main));
		if (rows.some((r) => r.target === ref))
			parts.push(
				`## Server CPU per edit, ratio to ${ref}`,
				ratios(main, (r) => r.serverCpuMsPer1kEdits, ref),
				`## p99 latency, ratio to ${ref}`,
				ratios(main, (r) => (r.latCalm?.n >= 1000 ? r.latCalm.p99 : NaN), ref),
			);
	}
	if (rows.some((r) => r.pass === 'capacity'))
		parts.push(
			'## Capacity (largest load with p99 < 100 ms and nothing lost)',
			capacityTable(rows),
		);
	for (const [p, c] of [
		['trace', traceCols],
		['memory', memoryCols],
		['durability', durCols],
		['durability-heavy', durCols],
		['durability-50x10', durCols],
	])
		if (rows.some((r) => r.pass === p)) parts.push('## ' + p, plain(rows, p, c));
	const errs = rows.filter((r) => r.error);
	if (errs.length)
		parts.push(
			'## Errors',
			errs
				.map((r) => `- ${r.target} ${r.scenario} ${r.pass ?? ''}: ${r.error.slice(0, 200)}`)
				.join('\n'),
		);
	const logs = rows.filter((r) => r.serverLog);
	if (logs.length)
		parts.push(
			'## Server complaints',
			logs
				.map(
					(r) =>
						`- ${r.target} ${r.scenario} ${r.rooms ?? ''}x${r.clients ?? ''}: ${r.serverLog.lines} lines, first: ${r.serverLog.first}`,
				)
				.join('\n'),
		);
	return parts.join('\n\n');
};
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const file = process.argv[2] ?? 'out/peers.jsonl';
	const i = process.argv.indexOf('--ref');
	const rows = fs
		.readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map((l) => JSON.parse(l));
	console.log(report(rows, i > 0 ? process.argv[i + 1] : 'relay-sqlite'));
}
