// One process that simulates many typing (or cursor-moving) clients in many rooms.
// argv[2]: JSON config. Prints one JSON line. Started by bench.mjs.
import * as Y from 'yjs';
import { YConn, awarenessUpdate, scanAwareness } from '../lib/yconn.mjs';
import { insertUpdate, deleteUpdate, scanUpdate } from '../lib/yupdate.mjs';
import { Hist, Windows } from '../lib/hist.mjs';
import { cpuMs, mem, system, io } from '../lib/proc.mjs';
import { HEAD, seedUpdate, textOf as textIn } from '../lib/tekst.mjs';

const cfg = JSON.parse(process.argv[2]);
const {
	url,
	headers,
	dialect,
	docs,
	clients: C,
	rate = 2,
	warmupMs = 3000,
	measureMs = 10000,
	del = 0.25,
	mode = 'type',
	pid,
	drainMs = 15000,
	settleMs = 300,
} = cfg;
const R = docs.length;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const now = () => performance.now();
const BASE = 1000000000 + Math.floor(Math.random() * 1000000) * 1000;
const MAX = Math.ceil(((rate * (warmupMs + measureMs)) / 1000) * 2.2) + 64;
const urlOf = (doc) =>
	url.replace('{doc}', dialect === 'hocuspocus' ? '' : encodeURIComponent(doc));
const chr = (i, k) => 97 + ((i * 7 + k * 3) % 26);
const problems = { gaps: 0, dups: 0, closed: 0, closedReasons: {} };
let stopping = false;
let measuring = false;
let delivered = 0;
let measuredEdits = 0;
const hist = new Hist(); // each (edit, other client) pair
const win = new Windows(system);
const histAll = new Hist(); // each edit: until the last client saw it
const lag = new Hist(); // how late this process sent, against its own schedule
let coalesced = 0;

class Room {
	constructor(index, doc) {
		this.doc = doc;
		this.base = BASE + index * (C + 1);
		this.conns = [];
		this.clock = new Int32Array(C + 1);
		this.sendT = Array.from({ length: C + 1 }, () => new Float64Array(MAX));
		this.seenN = Array.from({ length: C + 1 }, () => new Int32Array(MAX));
		this.delT = Array.from({ length: C }, () => new Float64Array(MAX));
		this.delN = Array.from({ length: C }, () => new Int32Array(MAX));
		this.alive = Array.from({ length: C }, () => []);
		this.dels = new Int32Array(C);
		this.awClock = new Int32Array(C);
	}
}
class Client {
	constructor(room, i) {
		this.room = room;
		this.i = i;
		this.seen = new Int32Array(C + 1);
		this.awSeen = new Int32Array(C);
		this.delSeen = Array.from({ length: C }, () => null);
		this.delCount = new Int32Array(C);
		this.echo = 0;
		this.conn = null;
	}
}
let cur = null;
let curT = 0;
const onStruct = (client, clock, len) => {
	const room = cur.room;
	const i = client - room.base;
	if (i < 0 || i > C) return;
	if (i === cur.i) {
		cur.echo += len;
		return;
	}
	const end = clock + len;
	const from = cur.seen[i];
	if (clock > from) {
		// something before it has not come (yet)
		problems.gaps++;
		cur.holes ??= new Set();
		for (let k = from; k < clock; k++) cur.holes.add(i * MAX + k);
	}
	for (let k = clock; k < end; k++) {
		if (k < from) {
			// seen already, or the late arrival of what was missing
			if (!cur.holes?.delete(i * MAX + k)) {
				if (!cur.inSync) problems.dups++;
				continue;
			}
		}
		if (i === C) continue;
		delivered++;
		const t = room.sendT[i][k];
		const n = ++room.seenN[i][k];
		if (t > 0) {
			hist.add(curT - t);
			win.add(t, curT - t);
			if (n === C - 1) histAll.add(curT - t);
		}
	}
	if (end > from) cur.seen[i] = end;
};
const onDelete = (client, clock, len) => {
	const room = cur.room;
	const i = client - room.base;
	if (i < 0 || i >= C || i === cur.i) return;
	let m = cur.delSeen[i];
	if (m === null) m = cur.delSeen[i] = new Uint8Array(MAX);
	for (let k = clock; k < clock + len; k++) {
		if (m[k]) continue;
		m[k] = 1;
		cur.delCount[i]++;
		delivered++;
		const t = room.delT[i][k];
		const n = ++room.delN[i][k];
		if (t > 0) {
			hist.add(curT - t);
			win.add(t, curT - t);
			if (n === C - 1) histAll.add(curT - t);
		}
	}
};
const onAwareness = (client, clock) => {
	const room = cur.room;
	const i = client - room.base;
	if (i < 0 || i >= C || i === cur.i) return;
	const last = cur.awSeen[i];
	if (clock <= last) return;
	for (let k = last + 1; k <= clock; k++) {
		delivered++;
		const t = room.sendT[i][k];
		if (t > 0) {
			hist.add(curT - t);
			win.add(t, curT - t);
		}
	}
	coalesced += clock - last - 1;
	cur.awSeen[i] = clock;
};

const connect = (room, i) =>
	new Promise((resolve, reject) => {
		const c = new Client(room, i);
		c.conn = new YConn({
			url: urlOf(room.doc),
			headers,
			dialect,
			doc: room.doc,
			h: {
				update: (b, s, e, t, conn, sync2) => {
					cur = c;
					curT = t;
					c.inSync = sync2;
					scanUpdate(b, s, e, onStruct, onDelete);
				},
				awareness: (b, s, e, t) => {
					cur = c;
					curT = t;
					if (mode === 'cursor') scanAwareness(b, s, e, onAwareness);
				},
				joined: () => resolve(c),
				closed: (reason) => {
					if (!stopping) {
						problems.closed++;
						problems.closedReasons[reason] = (problems.closedReasons[reason] ?? 0) + 1;
					}
					reject(new Error(reason));
				},
			},
		});
	});
const pool = async (jobs, n) => {
	let next = 0;
	const out = [];
	await Promise.all(
		Array.from({ length: Math.min(n, jobs.length) }, async () => {
			while (next < jobs.length) {
				const j = next++;
				out[j] = await jobs[j]();
			}
		}),
	);
	return out;
};
const waitFor = async (fn, ms, step = 20) => {
	const end = now() + ms;
	while (now() < end) {
		if (fn()) return true;
		await sleep(step);
	}
	return fn();
};

// 1. rooms and their seed text: C+1 line feeds, one paragraph for each client
const rooms = docs.map((d, i) => new Room(i, d));
const joinHist = new Hist();
await pool(
	rooms.map((room) => async () => {
		const s = await connect(room, C);
		room.seeder = s;
		s.conn.sendUpdate(seedUpdate(room.base + C, C + 1));
		room.clock[C] = HEAD + C + 1;
	}),
	20,
);
await sleep(settleMs);
// 2. the clients
const jobs = [];
for (let i = 0; i < C; i++) {
	for (const room of rooms) {
		jobs.push(async () => {
			const c = await connect(room, i);
			joinHist.add(c.conn.tJoined - c.conn.t0);
			room.conns[i] = c;
			return c;
		});
	}
}
const tj = now();
const all = await pool(jobs, 25);
const joinAllMs = now() - tj;
const seeded = await waitFor(() => all.every((c) => c.seen[C] === HEAD + C + 1), 10000);
for (const room of rooms) room.seeder.conn.close();
await sleep(settleMs);

// 3. a schedule: every client on its own, interval 1/rate ± 50 %
const heap = [];
const push = (x) => {
	let i = heap.push(x) - 1;
	while (i > 0) {
		const p = (i - 1) >> 1;
		if (heap[p].at <= x.at) break;
		heap[i] = heap[p];
		i = p;
	}
	heap[i] = x;
};
const pop = () => {
	const top = heap[0];
	const x = heap.pop();
	if (heap.length) {
		let i = 0;
		for (;;) {
			let k = 2 * i + 1;
			if (k >= heap.length) break;
			if (k + 1 < heap.length && heap[k + 1].at < heap[k].at) k++;
			if (heap[k].at >= x.at) break;
			heap[i] = heap[k];
			i = k;
		}
		heap[i] = x;
	}
	return top;
};
const period = 1000 / rate;
const pad = JSON.stringify({
	user: { name: 'Learner number', color: '#30bced', colorLight: '#30bced33' },
}).slice(0, -1);
const cursorJson = (client, clock) =>
	`${pad},"cursor":{"anchor":{"type":null,"tname":"tekst","item":{"client":${client},"clock":${clock}},"assoc":0},"head":{"type":null,"tname":"tekst","item":{"client":${client},"clock":${clock}},"assoc":0}}}`;
const act = (c) => {
	const room = c.room;
	const i = c.i;
	if (!c.conn.ws.open) return;
	const me = room.base + i;
	if (mode === 'cursor') {
		const k = ++room.awClock[i];
		if (k >= MAX) return;
		const u = awarenessUpdate(me, k, cursorJson(me, k));
		room.sendT[i][k] = measuring ? now() : 0;
		if (measuring) measuredEdits++;
		c.conn.sendAwareness(u);
		return;
	}
	const alive = room.alive[i];
	if (alive.length > 3 && Math.random() < del) {
		const k = alive.pop();
		const u = deleteUpdate(me, k);
		room.dels[i]++;
		room.delT[i][k] = measuring ? now() : 0;
		c.conn.sendUpdate(u);
	} else {
		const k = room.clock[i];
		if (k >= MAX) return;
		room.clock[i] = k + 1;
		const u = insertUpdate(
			me,
			k,
			k === 0 ? [room.base + C, HEAD + i] : [me, k - 1],
			[room.base + C, HEAD + i + 1],
			String.fromCharCode(chr(i, k)),
		);
		alive.push(k);
		room.sendT[i][k] = measuring ? now() : 0;
		c.conn.sendUpdate(u);
	}
	if (measuring) measuredEdits++;
	if (cfg.cursorWithEdit)
		c.conn.sendAwareness(awarenessUpdate(me, ++room.awClock[i], cursorJson(me, room.clock[i])));
};
let running = true;
const loop = () => {
	if (!running) return;
	const t = now();
	while (heap.length && heap[0].at <= t) {
		const x = pop();
		if (measuring) lag.add(now() - x.at);
		act(x.c);
		x.at += period * (0.5 + Math.random());
		push(x);
	}
	setTimeout(loop, 1);
};
const t0 = now();
for (const c of all) push({ at: t0 + Math.random() * period, c });
loop();
await sleep(warmupMs);

// 4. the measured window
const counts = () =>
	all.reduce(
		(a, c) => {
			a.msgs += c.conn.ws.msgsIn;
			a.bytes += c.conn.ws.bytesIn;
			a.out += c.conn.ws.bytesOut;
			return a;
		},
		{ msgs: 0, bytes: 0, out: 0 },
	);
const c0 = counts();
const s0 = pid ? cpuMs(pid) : 0;
const sys0 = system();
const io0 = pid ? io(pid) : null;
const own0 = process.cpuUsage();
const elu0 = performance.eventLoopUtilization();
const d0 = delivered;
const m0 = now();
let rssPeak = 0;
const rssTimer = pid
	? setInterval(() => {
			rssPeak = Math.max(rssPeak, mem(pid).rssKb);
		}, 1000)
	: null;
measuring = true;
win.start();
await sleep(measureMs);
measuring = false;
running = false;
const m1 = now();
const s1 = pid ? cpuMs(pid) : 0;
const sys1 = system();
const io1 = pid ? io(pid) : null;
const own = process.cpuUsage(own0);
const elu = performance.eventLoopUtilization(elu0);
const c1 = counts();
const d1 = delivered;
clearInterval(rssTimer);
const secs = (m1 - m0) / 1000;

// 5. drain, then check that every client has everything exactly once
const expected =
	mode === 'cursor'
		? rooms.reduce((a, r) => a + r.awClock.reduce((x, y) => x + y, 0) * (C - 1), 0)
		: rooms.reduce(
				(a, r) =>
					a +
					(r.clock.slice(0, C).reduce((x, y) => x + y, 0) + r.dels.reduce((x, y) => x + y, 0)) *
						(C - 1),
				0,
			);
const td = now();
await waitFor(() => delivered >= expected, drainMs);
const drain = now() - td;
win.stop();
let svMismatch = 0;
if (mode !== 'cursor') {
	for (const c of all) {
		if (c.holes?.size) {
			svMismatch++;
			continue;
		}
		for (let i = 0; i < C; i++)
			if (i !== c.i && (c.seen[i] !== c.room.clock[i] || c.delCount[i] !== c.room.dels[i])) {
				svMismatch++;
				break;
			}
	}
}
// 6. a fresh full document for each room: is the server's text what was typed?
const textOf = (room) => {
	let s = '\n';
	for (let i = 0; i < C; i++)
		s += room.alive[i].map((k) => String.fromCharCode(chr(i, k))).join('') + '\n';
	return s;
};
const check = (room) =>
	new Promise((resolve) => {
		const doc = new Y.Doc();
		const want = textOf(room);
		let done = false;
		const finish = (ok) => {
			if (done) return;
			done = true;
			conn.close();
			const got = textIn(doc);
			resolve({ ok, want: want.length, got: got.length });
		};
		const conn = new YConn({
			url: urlOf(room.doc),
			headers,
			dialect,
			doc: room.doc,
			h: {
				update: (b, s, e) => {
					Y.applyUpdate(doc, new Uint8Array(b.subarray(s, e)));
					if (textIn(doc) === want) finish(true);
				},
				closed: () => finish(false),
			},
		});
		setTimeout(() => finish(false), 8000);
	});
let wrongRooms = 0;
if (mode !== 'cursor' && cfg.verify !== false) {
	const res = await pool(
		rooms.map((room) => () => check(room)),
		10,
	);
	wrongRooms = res.filter((x) => !x.ok).length;
}
stopping = true;
const echoes = all.reduce((a, c) => a + c.echo, 0);
for (const c of all) c.conn.close();
const r2 = (x) => Math.round(x * 100) / 100;
const cpu = s1 - s0;
const out = {
	mode,
	rooms: R,
	clients: C,
	rate,
	seconds: r2(secs),
	edits: measuredEdits,
	editsPerSec: r2(measuredEdits / secs),
	deliveriesPerSec: r2((d1 - d0) / secs),
	msgsPerSec: r2((c1.msgs - c0.msgs) / secs),
	outMbps: r2(((c1.bytes - c0.bytes) * 8) / secs / 1e6),
	bytesPerDelivery: r2((c1.bytes - c0.bytes) / Math.max(1, d1 - d0)),
	lat: hist.json(),
	latCalm: win.calm(),
	latAll: histAll.json(),
	join: joinHist.json(),
	joinAllMs: r2(joinAllMs),
	expected,
	delivered,
	lost: expected - delivered,
	dups: problems.dups,
	gaps: problems.gaps,
	svMismatch,
	wrongRooms,
	seeded,
	echoes,
	coalesced,
	closed: problems.closed,
	closedReasons: problems.closedReasons,
	drainMs: r2(drain),
	serverCpuPct: pid ? r2(cpu / secs / 10) : null,
	serverCpuMsPer1kEdits: pid ? r2((cpu / measuredEdits) * 1000) : null,
	serverCpuUsPerDelivery: pid ? r2((cpu * 1000) / Math.max(1, d1 - d0)) : null,
	serverCpuSecPerMin: pid ? r2(((cpu / secs) * 60) / 1000) : null,
	serverRssPeakMb: r2(rssPeak / 1024),
	serverWriteMb: io0 ? r2((io1.writeBytes - io0.writeBytes) / 1e6) : null,
	clientCpuPct: r2((own.user + own.system) / 1000 / secs / 10),
	clientElu: r2(elu.utilization),
	clientLag: lag.json(),
	foreignCpuPct: r2(
		Math.max(0, sys1.busyMs - sys0.busyMs - cpu - (own.user + own.system) / 1000) / secs / 10,
	),
	stealPct: r2((sys1.stealMs - sys0.stealMs) / secs / 10),
};
out.clean =
	out.lost === 0 &&
	out.dups === 0 &&
	out.gaps === 0 &&
	out.svMismatch === 0 &&
	out.wrongRooms === 0 &&
	out.closed === 0;
process.stdout.write(JSON.stringify(out) + '\n', () => process.exit(0));
