// Joins one document n times, one after the other (or all at once), without
// building it: the time until every operation of the trace has arrived.
import { countingClient } from '../lib/full.mjs';
import { TRACE_CLIENT } from '../lib/trace.mjs';
import { Hist } from '../lib/hist.mjs';
import { cpuMs, mem } from '../lib/proc.mjs';

const cfg = JSON.parse(process.argv[2]);
const { url, headers, dialect, doc, n, together, pid, clock, deletes } = cfg;
const complete = new Hist();
const sync2 = new Hist();
let bytes = 0;
let firstEmpty = 0;
// when nothing came for a while, all is here
const CALM_MS = 250;
const unread = [];
let calm;
const after = (read) => {
	unread.push(read);
	clearTimeout(calm);
	calm = setTimeout(() => unread.splice(0).forEach((run) => run()), CALM_MS);
};
const s0 = cpuMs(pid);
const one = async () => {
	const c = countingClient({
		url,
		headers,
		dialect,
		doc,
		client: TRACE_CLIENT,
		wantClock: clock,
		wantDeletes: deletes,
		timeoutMs: 110000,
		after: together && after,
	});
	complete.add(await c.complete);
	sync2.add(await c.joined);
	bytes = c.conn.ws.bytesIn;
	if (c.firstEmpty) firstEmpty++;
	return c;
};
let open = [];
if (together) open = await Promise.all(Array.from({ length: n }, one));
else
	for (let i = 0; i < n; i++) {
		const c = await one();
		open.push(c);
		if (i < n - 1 && cfg.closeEach) c.close();
	}
const s1 = cpuMs(pid);
const rss = mem(pid).rssKb;
for (const c of open) c.close();
await new Promise((resolve) => setTimeout(resolve, 100));
process.stdout.write(
	JSON.stringify({
		n,
		complete: complete.json(),
		sync2: sync2.json(),
		bytes,
		firstEmpty,
		serverCpuMsPerJoin: Math.round(((s1 - s0) / n) * 100) / 100,
		rssMb: Math.round(rss / 102.4) / 10,
	}) + '\n',
	() => process.exit(0),
);
