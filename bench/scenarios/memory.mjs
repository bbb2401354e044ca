// Memory of an open document and of an idle connection; is it given back?
import { YConn } from '../lib/yconn.mjs';
import { urlFor } from '../lib/full.mjs';
import { sliceState } from '../lib/trace.mjs';
import { sleep } from '../lib/server.mjs';

export default async (ctx) => {
	const { opts, target } = ctx;
	const nDocs = opts.docs ?? 200;
	const nConns = opts.conns ?? 1000;
	const sliceOps = opts.ops ?? 20000;
	const { update, text } = sliceState(sliceOps);
	const server = await ctx.newServer().start();
	const { docs, headers, url } = await ctx.docs(server, nDocs + 1);
	const dialect = target.dialect;
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
	const many = async (names, n) => {
		const out = [];
		for (let i = 0; i < names.length; i += n)
			out.push(...(await Promise.all(names.slice(i, i + n).map(open))));
		return out;
	};
	const r = (x) => Math.round(x * 10) / 10;
	// warm the code paths first, so that code and pools are not charged to the documents
	const w = await many(Array(30).fill(docs[nDocs]), 10);
	w[0].sendUpdate(update);
	await sleep(500);
	for (const c of w.slice(1)) c.close();
	await sleep(1000);
	const base = await server.gcMem();
	// 1. the documents, written by one client each that stays
	const a = await many(docs.slice(0, nDocs), 20);
	for (const c of a) c.sendUpdate(update);
	await sleep(4000);
	const withDocs = await server.gcMem();
	// what a server gives back by itself when nobody writes is not to be taken off the connections
	let settled = withDocs;
	for (let i = 0; i < 20; i++) {
		await sleep(4000);
		const before = settled;
		settled = await server.gcMem();
		if (Math.abs(settled.rssMb - before.rssMb) < 0.5) break;
	}
	// 2. idle connections, all on one document
	const b = await many(Array(nConns).fill(docs[nDocs]), 25);
	await sleep(1500);
	const withConns = await server.gcMem();
	const cpu0 = server.cpu();
	await sleep(5000);
	const idleCpuPct = r((server.cpu() - cpu0) / 50);
	const dropped = [...a, ...b].filter((c) => c.lost).length;
	for (const c of [...a, ...b, w[0]]) c.close();
	await sleep(opts.leaveMs ?? 13000);
	const after = await server.gcMem();
	await server.stop();
	return {
		docs: nDocs,
		conns: nConns,
		docChars: text.length,
		docStateKb: r(update.length / 1024),
		base,
		withDocs,
		settled,
		withConns,
		after,
		kbPerDocRss: r(((withDocs.rssMb - base.rssMb) * 1024) / nDocs),
		kbPerDocHeap:
			base.heapMb === null
				? null
				: r(
						((withDocs.heapMb + withDocs.externalMb - base.heapMb - base.externalMb) * 1024) /
							nDocs,
					),
		kbPerConnRss: r(((withConns.rssMb - settled.rssMb) * 1024) / nConns),
		kbPerConnHeap:
			base.heapMb === null
				? null
				: r(
						((withConns.heapMb + withConns.externalMb - settled.heapMb - settled.externalMb) *
							1024) /
							nConns,
					),
		releasedRssPct: r(((withConns.rssMb - after.rssMb) / (withConns.rssMb - base.rssMb)) * 100),
		releasedHeapPct:
			base.heapMb === null
				? null
				: r(((withConns.heapMb - after.heapMb) / (withConns.heapMb - base.heapMb)) * 100),
		idleCpuPct,
		dropped,
	};
};
