// Replays the editing trace into one document, closed loop: never more than
// `window` operations that the observing second client has not seen yet.
import { YConn } from '../lib/yconn.mjs';
import { urlFor, countingClient } from '../lib/full.mjs';
import { traceUpdates, TRACE_CLIENT } from '../lib/trace.mjs';
import { cpuMs, mem, io } from '../lib/proc.mjs';

const cfg = JSON.parse(process.argv[2]);
const { url, headers, dialect, doc, pid, window = 2000 } = cfg;
const ups = traceUpdates().slice(0, cfg.ops ?? Infinity);
const writer = await new Promise((resolve, reject) => {
	const w = new YConn({
		url: urlFor(url, dialect, doc),
		headers,
		dialect,
		doc,
		h: { joined: () => resolve(w), closed: (reason) => reject(new Error(reason)) },
	});
});
const seen = countingClient({
	url,
	headers,
	dialect,
	doc,
	client: TRACE_CLIENT,
	wantClock: Infinity,
	timeoutMs: 170000,
});
await seen.joined;
const s0 = cpuMs(pid);
const io0 = io(pid);
const m0 = mem(pid).rssKb;
const t0 = performance.now();
let i = 0;
let peak = m0;
const timer = setInterval(() => {
	peak = Math.max(peak, mem(pid).rssKb);
}, 500);
await new Promise((resolve, reject) => {
	seen.complete.catch(reject);
	const pump = () => {
		const got = seen.clock + seen.deleteCount;
		while (i < ups.length && i - got < window) writer.sendUpdate(ups[i++]);
		if (got >= ups.length) resolve();
	};
	seen.onProgress = pump;
	pump();
});
const t1 = performance.now();
clearInterval(timer);
const s1 = cpuMs(pid);
const io1 = io(pid);
const out = {
	ops: ups.length,
	seconds: (t1 - t0) / 1000,
	opsPerSec: Math.round((ups.length / (t1 - t0)) * 1000),
	serverCpuMsPer1kOps: Math.round(((s1 - s0) / ups.length) * 1e5) / 100,
	rssBeforeMb: Math.round(m0 / 102.4) / 10,
	rssPeakMb: Math.round(peak / 102.4) / 10,
	writtenMb: Math.round((io1.writeBytes - io0.writeBytes) / 1e4) / 100,
	clock: seen.clock,
	deletes: seen.deleteCount,
};
if (cfg.linger) await new Promise((resolve) => setTimeout(resolve, cfg.linger));
process.stdout.write(JSON.stringify(out) + '\n', () => process.exit(0));
