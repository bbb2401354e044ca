// kill -9 while ten clients type; restart; what of the edits that another client
// had already seen does the server still have? The typing clients do not come back
// (in life, their browsers would often heal the server's loss; a closed laptop does not).
import * as Y from 'yjs';
import { YConn } from '../lib/yconn.mjs';
import { urlFor, fullClient } from '../lib/full.mjs';
import { insertUpdate, scanUpdate } from '../lib/yupdate.mjs';
import { sleep } from '../lib/server.mjs';
import { HEAD, seedUpdate } from '../lib/tekst.mjs';

export default async (ctx) => {
	const { opts, target } = ctx;
	const trials = opts.trials ?? 4;
	const R = opts.rooms ?? 1;
	const C = opts.clients ?? 10;
	const rate = opts.rate ?? 2;
	const dialect = target.dialect;
	const res = [];
	for (let n = 0; n < trials; n++) {
		const server = await ctx.newServer().start();
		const { docs, headers, url } = await ctx.docs(server, R, `-${n}`);
		let down = false;
		const rooms = docs.map((doc, r) => ({
			doc,
			base: 900000000 + n * 1000000 + r * 1000,
			seenBy: new Int32Array(C),
			firstSeen: [],
			typed: new Int32Array(C),
			conns: [],
		}));
		for (const room of rooms) {
			room.conns = await Promise.all(
				Array.from(
					{ length: C },
					(_, i) =>
						new Promise((resolve, reject) => {
							const c = new YConn({
								url: urlFor(url, dialect, room.doc),
								headers,
								dialect,
								doc: room.doc,
								h: {
									joined: () => resolve(c),
									// what some OTHER client has seen, and when
									update: (b, s, e, t) =>
										scanUpdate(
											b,
											s,
											e,
											(client, clock, len) => {
												const k = client - room.base;
												if (k < 0 || k >= C || k === i) return;
												for (let q = room.seenBy[k]; q < clock + len; q++)
													room.firstSeen.push([k, q, t]);
												if (clock + len > room.seenBy[k]) room.seenBy[k] = clock + len;
											},
											() => {},
										),
									closed: (reason) => {
										if (!down) reject(new Error(reason));
									},
								},
							});
						}),
				),
			);
		}
		for (const room of rooms) room.conns[0].sendUpdate(seedUpdate(room.base + C, C + 1));
		await sleep(400);
		const type = (room, i) => {
			const k = room.typed[i]++;
			room.conns[i].sendUpdate(
				insertUpdate(
					room.base + i,
					k,
					k ? [room.base + i, k - 1] : [room.base + C, HEAD + i],
					[room.base + C, HEAD + i + 1],
					String.fromCharCode(97 + ((i + k) % 26)),
				),
			);
		};
		const timers = rooms.flatMap((room) =>
			Array.from({ length: C }, (_, i) =>
				setInterval(() => type(room, i), (1000 / rate) * (0.8 + 0.4 * Math.random())),
			),
		);
		// at different moments, so that a debounce does not happen to have just run
		await sleep(4000 + n * 2300);
		const tKill = performance.now();
		down = true;
		await server.kill9();
		for (const t of timers) clearInterval(t);
		for (const room of rooms) for (const c of room.conns) c.kill();
		await server.start();
		await sleep(500);
		let seen = 0;
		let kept = 0;
		let typed = 0;
		let oldestLostMs = 0;
		let err = null;
		for (const room of rooms) {
			typed += room.typed.reduce((x, y) => x + y, 0);
			seen += room.firstSeen.length;
			try {
				const f = await fullClient({ url: server.url(), headers, dialect, doc: room.doc });
				await sleep(R > 1 ? 400 : 1500);
				const sv = Y.decodeStateVector(Y.encodeStateVector(f.doc));
				f.close();
				for (const [k, q, t] of room.firstSeen) {
					if (q < (sv.get(room.base + k) ?? 0)) kept++;
					else oldestLostMs = Math.max(oldestLostMs, tKill - t);
				}
			} catch (e) {
				err = String(e.message);
			}
		}
		await server.stop('SIGKILL');
		res.push({
			typed,
			seen,
			kept,
			lost: seen - kept,
			lostPct: seen ? Math.round(((seen - kept) / seen) * 1000) / 10 : 0,
			oldestLostMs: Math.round(oldestLostMs),
			err,
		});
	}
	const worst = res.reduce((a, b) => (b.lost > a.lost ? b : a));
	return {
		trials: res,
		rooms: R,
		clients: C,
		rate,
		seenTotal: res.reduce((a, b) => a + b.seen, 0),
		lostTotal: res.reduce((a, b) => a + b.lost, 0),
		worstLost: worst.lost,
		worstMs: Math.max(...res.map((x) => x.oldestLostMs)),
	};
};
