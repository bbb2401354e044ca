// Facts about processes, straight from /proc.
import fs from 'node:fs';

export const childrenOf = (pid) => {
	const out = [];
	try {
		for (const t of fs.readdirSync(`/proc/${pid}/task`)) {
			for (const c of fs
				.readFileSync(`/proc/${pid}/task/${t}/children`, 'utf8')
				.trim()
				.split(' ')
				.filter(Boolean))
				out.push(Number(c), ...childrenOf(c));
		}
	} catch {
		// not there (any more): then there is nothing to count
	}
	return out;
};
export const tree = (pid) => [Number(pid), ...childrenOf(pid)];

// CPU milliseconds (user + system, all threads, children included): utime+stime
// of /proc/PID/stat has a 10 ms tick; the sum of the live threads' schedstat has
// nanoseconds. The larger of the two deltas' sources is not mixed: schedstat is
// used when readable.
export const cpuMs = (pid) => {
	let ns = 0n;
	let ticks = 0;
	let sched = true;
	for (const p of tree(pid)) {
		try {
			const s = fs.readFileSync(`/proc/${p}/stat`, 'utf8');
			const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
			ticks += Number(f[11]) + Number(f[12]);
			for (const t of fs.readdirSync(`/proc/${p}/task`)) {
				try {
					ns += BigInt(fs.readFileSync(`/proc/${p}/task/${t}/schedstat`, 'utf8').split(' ')[0]);
				} catch {
					// not there (any more): then there is nothing to count
				}
			}
		} catch {
			// not there (any more): then there is nothing to count
		}
	}
	if (ns === 0n) sched = false;
	return sched ? Number(ns) / 1e6 : ticks * 10;
};

export const mem = (pid) => {
	let rss = 0;
	let pss = 0;
	let priv = 0;
	for (const p of tree(pid)) {
		try {
			rss += Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${p}/status`, 'utf8'))?.[1] ?? 0);
			const r = fs.readFileSync(`/proc/${p}/smaps_rollup`, 'utf8');
			pss += Number(/^Pss:\s+(\d+)/m.exec(r)?.[1] ?? 0);
			priv += Number(/Private_Dirty:\s+(\d+)/.exec(r)?.[1] ?? 0);
		} catch {
			// not there (any more): then there is nothing to count
		}
	}
	return { rssKb: rss, pssKb: pss, privateKb: priv };
};

export const rssMb = (pid) => mem(pid).rssKb / 1024;

// Jiffies of the whole machine, to see what else ran during a measurement.
export const system = () => {
	const f = fs
		.readFileSync('/proc/stat', 'utf8')
		.split('\n')[0]
		.trim()
		.split(/\s+/)
		.slice(1)
		.map(Number);
	const idle = f[3] + f[4];
	const total = f.slice(0, 8).reduce((a, b) => a + b, 0);
	return { busyMs: (total - idle) * 10, stealMs: f[7] * 10, totalMs: total * 10 };
};

// bytes written to storage by the process (block layer) and through write calls
export const io = (pid) => {
	try {
		const t = fs.readFileSync(`/proc/${pid}/io`, 'utf8');
		const g = (k) => Number(new RegExp(`^${k}: (\\d+)`, 'm').exec(t)?.[1] ?? 0);
		return { writeBytes: g('write_bytes'), syscw: g('syscw') };
	} catch {
		return { writeBytes: 0, syscw: 0 };
	}
};

export const du = (dir) => {
	let bytes = 0;
	let files = 0;
	const walk = (d) => {
		let es;
		try {
			es = fs.readdirSync(d, { withFileTypes: true });
		} catch {
			return;
		}
		for (const e of es) {
			const p = d + '/' + e.name;
			if (e.isDirectory()) walk(p);
			else {
				try {
					bytes += fs.statSync(p).size;
					files++;
				} catch {
					// not there (any more): then there is nothing to count
				}
			}
		}
	};
	walk(dir);
	return { bytes, files };
};
