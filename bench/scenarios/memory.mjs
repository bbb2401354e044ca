// Memory of an open document and of an idle connection, each on a server of its own: what one gives
// back the other would take up, and cost nothing. Is it given back?
import { YConn } from '../lib/yconn.mjs';
import { urlFor } from '../lib/full.mjs';
import { sliceState } from '../lib/trace.mjs';
import { sleep } from '../lib/server.mjs';

/** What a server does once a minute falls in it once. */
const IDLE_MS = 60_000;
const round = (x) => Math.round(x * 10) / 10;
const heapOf = ({ heapMb, externalMb }) => heapMb + externalMb;
const kbEach = (of, after, before, n) =>
	before.heapMb === null ? null : round(((of(after) - of(before)) * 1024) / n);
const rss = ({ rssMb }) => rssMb;

/** A server with code and pools warmed on a document of its own, so that those are charged to nothing. */
async function warmServer(ctx, n, update) {
	const server = await ctx.newServer().start();
	const { docs, headers, url } = await ctx.docs(server, n + 1, `-${n}`);
	const { dialect } = ctx.target;
	const open = (doc) =>
		new Promise((resolve, reject) => {
			const c = new YConn({
				url: urlFor(url, dialect, doc),
				headers,
				dialect,
				doc,
				h: {
					joined: () => resolve(c),
					closed: (reason) => {
						c.lost = reason;
						reject(new Error(reason));
					},
				},
			});
		});
	const many = async (names, atOnce) => {
		const out = [];
		for (let i = 0; i < names.length; i += atOnce)
			out.push(...(await Promise.all(names.slice(i, i + atOnce).map(open))));
		return out;
	};
	const warm = await many(Array(30).fill(docs[n]), 10);
	warm[0].sendUpdate(update);
	await sleep(500);
	for (const c of warm.slice(1)) c.close();
	await sleep(1000);
	const base = await settle(server);
	return { server, docs, many, warm: warm[0], base };
}

/** What is in use once it no longer gets less by itself. */
async function settle(server) {
	let now = await server.gcMem();
	for (let i = 0; i < 20; i++) {
		await sleep(4000);
		const before = now;
		now = await server.gcMem();
		if (Math.abs((now.heapMb ?? now.rssMb) - (before.heapMb ?? before.rssMb)) < 0.3) break;
	}
	return now;
}

/** Written by one client each, that stays. */
async function documents(ctx, { n, update, leaveMs }) {
	const { server, docs, many, warm, base } = await warmServer(ctx, n, update);
	const open = await many(docs.slice(0, n), 20);
	for (const c of open) c.sendUpdate(update);
	await sleep(4000);
	const withDocs = await settle(server);
	const dropped = open.filter((c) => c.lost).length;
	for (const c of [...open, warm]) c.close();
	await sleep(leaveMs);
	const after = await settle(server);
	await server.stop();
	return {
		base,
		withDocs,
		after,
		dropped,
		kbPerDocRss: kbEach(rss, withDocs, base, n),
		kbPerDocHeap: kbEach(heapOf, withDocs, base, n),
		releasedRssPct: round(((withDocs.rssMb - after.rssMb) / (withDocs.rssMb - base.rssMb)) * 100),
		releasedHeapPct:
			base.heapMb === null
				? null
				: round(((withDocs.heapMb - after.heapMb) / (withDocs.heapMb - base.heapMb)) * 100),
	};
}

/** All on one document, and nobody does anything. */
async function connections(ctx, { n, update }) {
	const { server, docs, many, warm, base } = await warmServer(ctx, 0, update);
	const open = await many(Array(n).fill(docs[0]), 25);
	await sleep(1500);
	const withConns = await settle(server);
	const before = server.cpu();
	await sleep(IDLE_MS);
	const idleCpuPct = Math.round(((server.cpu() - before) / IDLE_MS) * 1e4) / 100;
	const dropped = open.filter((c) => c.lost).length;
	for (const c of [...open, warm]) c.close();
	await server.stop();
	return {
		withConns,
		idleCpuPct,
		dropped,
		kbPerConnRss: kbEach(rss, withConns, base, n),
		kbPerConnHeap: kbEach(heapOf, withConns, base, n),
	};
}

export default async (ctx) => {
	const { opts } = ctx;
	const nDocs = opts.docs ?? 200;
	const nConns = opts.conns ?? 1000;
	const { update, text } = sliceState(opts.ops ?? 20000);
	const ofDocs = await documents(ctx, { n: nDocs, update, leaveMs: opts.leaveMs ?? 13000 });
	const ofConns = await connections(ctx, { n: nConns, update });
	return {
		docs: nDocs,
		conns: nConns,
		docChars: text.length,
		docStateKb: round(update.length / 1024),
		...ofDocs,
		...ofConns,
		dropped: ofDocs.dropped + ofConns.dropped,
	};
};
