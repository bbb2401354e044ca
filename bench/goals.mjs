// What "fast" means here: a figure of a run, and what it has to be beside the best of the others.

const median = (values) => {
	const sorted = values.filter((v) => Number.isFinite(v)).sort((a, b) => a - b);
	if (!sorted.length) return undefined;
	const half = sorted.length >> 1;
	return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

const calm = (row) => (row.latCalm?.n >= 1000 ? row.latCalm : row.lat);
const load = (rooms, clients) => (row) =>
	row.pass === 'load' && row.rooms === rooms && row.clients === clients && row.mode === 'type';
const cpu = (row) => row.serverCpuMsPer1kEdits;
const p99 = (row) => calm(row).p99;
const pass = (name) => (row) => row.pass === name;

const wentWell = (row) => !row.error && row.clean && calm(row).p99 < 100;
/** The largest load of a ladder that went well, in clients. */
const capacity = (rows) =>
	Math.max(0, ...rows.filter(wentWell).map(({ rooms, clients }) => rooms * clients));

/**
 * `must` and `aim` take (ours, best of the others); `better` says which way is better. With `of`
 * the figure is made of all rows of a target, otherwise it is the median over its rows.
 */
export const GOALS = [
	...[
		['50x10', 50, 10, 0.8],
		['100x10', 100, 10, 0.8],
		['1x50', 1, 50, 0.8],
		['1x200', 1, 200, 0.6],
	].map(([name, rooms, clients, ratio]) => ({
		name: `CPU ms per 1,000 edits, ${name}`,
		rows: load(rooms, clients),
		figure: cpu,
		must: (ours, best) => ours <= ratio * best,
		says: `≤ ${ratio} × best`,
	})),
	...[
		[10, 10],
		[50, 10],
		[100, 10],
	].map(([rooms, clients]) => ({
		name: `p99 ms, ${rooms}x${clients}`,
		rows: load(rooms, clients),
		figure: p99,
		must: (ours, best) => ours <= 20 && ours <= 1.2 * best,
		says: '≤ 1.2 × best, ≤ 20 ms',
	})),
	{
		name: 'p99 ms, 1x200',
		rows: load(1, 200),
		figure: p99,
		must: (ours) => ours <= 20,
		says: '≤ 20 ms',
	},
	{
		name: 'edits lost on kill -9 that another client had seen',
		rows: pass('durability'),
		figure: (row) => row.lostTotal,
		must: (ours) => ours === 0,
		says: '0',
	},
	{
		name: 'the same at 50x10',
		rows: pass('durability-50x10'),
		figure: (row) => row.lostTotal,
		must: (ours) => ours === 0,
		says: '0',
	},
	{
		name: 'capacity, rooms of 10, in people',
		rows: (row) => row.pass === 'capacity' && row.ladder === 'rooms',
		of: capacity,
		better: Math.max,
		must: (ours) => ours >= 3000,
		says: '≥ 3000',
	},
	{
		name: 'capacity, one room, in people',
		rows: (row) => row.pass === 'capacity' && row.ladder === 'oneRoom',
		of: capacity,
		better: Math.max,
		must: (ours) => ours >= 400,
		says: '≥ 400',
	},
	{
		name: 'CPU seconds a minute, 50 cursors at 10 Hz',
		rows: (row) => row.pass === 'storm',
		figure: (row) => row.serverCpuSecPerMin,
		must: (ours, best) => ours <= 0.5 * best,
		says: '≤ 0.5 × best',
	},
	{
		name: 'replay of the paper, CPU ms per 1,000 operations',
		rows: pass('trace'),
		figure: (row) => row.replay?.serverCpuMsPer1kOps,
		must: (ours, best) => ours <= 0.75 * best,
		says: '≤ 0.75 × best',
	},
	{
		name: 'warm join of the paper, p50 ms',
		rows: pass('trace'),
		figure: (row) => row.warm?.complete.p50,
		must: (ours, best) => ours <= 0.65 * best,
		says: '≤ 0.65 × best',
	},
	{
		name: '50 joins at once, last ms',
		rows: pass('trace'),
		figure: (row) => row.crowd?.complete.max,
		must: (ours, best) => ours <= 0.5 * best,
		says: '≤ 0.5 × best',
	},
	{
		name: 'cold join of the paper, ms',
		rows: pass('trace'),
		figure: (row) => row.coldMs,
		must: (ours, best) => ours <= 0.5 * best,
		says: '≤ 0.5 × best',
	},
	{
		name: 'cold joins that began empty',
		rows: pass('trace'),
		figure: (row) => row.cold?.filter(({ firstEmpty }) => firstEmpty).length,
		must: (ours) => ours === 0,
		says: '0',
	},
	{
		name: 'bytes of a cold join',
		rows: pass('trace'),
		figure: (row) => row.cold?.[0]?.bytes,
		must: (ours) => ours <= 320_000,
		says: 'once: ≤ 320,000',
	},
	{
		name: 'disk after compaction, KB',
		rows: pass('trace'),
		figure: (row) => row.diskEndKb,
		must: (ours) => ours <= 350,
		says: '≤ 350',
	},
	{
		name: 'heap per open document, KB',
		rows: pass('memory'),
		figure: (row) => row.kbPerDocHeap,
		must: (ours) => ours <= 200,
		says: '≤ 200',
	},
	{
		name: 'RSS per idle connection, KB',
		rows: pass('memory'),
		figure: (row) => row.kbPerConnRss,
		must: (ours) => ours <= 20,
		says: '≤ 20',
	},
	{
		name: 'heap after all left, share of the start',
		rows: pass('memory'),
		figure: (row) => row.after?.heapMb / row.base?.heapMb,
		must: (ours) => ours <= 1.1,
		says: '≤ 1.1',
	},
	{
		name: 'idle CPU with 1,000 connections, %',
		rows: pass('memory'),
		figure: (row) => row.idleCpuPct,
		must: (ours) => ours <= 0.5,
		says: '≤ 0.5',
	},
];

const show = (value) =>
	value === undefined ? '–' : String(Math.round(value * 100) / 100).padStart(8);

/** One line per goal that was measured, and how many musts were missed. */
export function verdicts(goals, rows, { ours, others }) {
	let missed = 0;
	const lines = goals.flatMap((goal) => {
		const valueOf = (name) => {
			const mine = rows.filter((row) => row.target === name && goal.rows(row));
			if (!mine.length) return undefined;
			if (goal.of) return goal.of(mine);
			return median(mine.filter((row) => !row.error).map(goal.figure));
		};
		const value = valueOf(ours);
		const theirs = others.map(valueOf).filter((v) => v !== undefined);
		const best = theirs.length ? (goal.better ?? Math.min)(...theirs) : undefined;
		if (value === undefined && best === undefined) return [];
		const holds = value !== undefined && goal.must(value, best ?? Infinity);
		if (!holds) missed++;
		const ratio = value !== undefined && best ? (value / best).toFixed(2) : '–';
		return `${holds ? 'holds ' : 'MISSED'} | ${goal.name} | ours ${show(value)} | best other ${show(best)} | ratio ${ratio} | must ${goal.says}`;
	});
	return { lines, missed };
}
