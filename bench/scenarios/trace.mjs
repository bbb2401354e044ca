// Large document: replay the trace, measure storage, warm and cold joins, memory.
import { worker } from './load.mjs';
import { fullClient } from '../lib/full.mjs';
import { loadTrace } from '../lib/trace.mjs';
import { sleep } from '../lib/server.mjs';
import { textOf } from '../lib/tekst.mjs';

export default async (ctx) => {
	const { opts, target } = ctx;
	const server = await ctx.newServer().start();
	const {
		docs: [doc],
		headers,
		url,
	} = await ctx.docs(server, 1);
	const base = { headers, dialect: target.dialect, doc };
	const kb = (x) => (x === null ? null : Math.round(x / 102.4) / 10);
	const out = {};
	const before = server.du().bytes;
	out.baseMem = await server.gcMem();
	// the replay keeps one client connected for 12 s after it (longer than any debounce)
	const replay = worker(
		{ ...base, url, pid: server.pid, ops: opts.ops, window: opts.window, linger: 14000 },
		ctx.clientPin,
		'scenarios/trace-worker.mjs',
		400000,
	);
	out.replay = await replay;
	const { clock, deletes } = out.replay;
	out.diskAfterReplayKb = kb(server.du().bytes - before);
	const join = (extra) =>
		worker(
			{ ...base, url: server.url(), pid: server.pid, clock, deletes, ...extra },
			ctx.clientPin,
			'scenarios/join-worker.mjs',
			200000,
		);
	// one client holds the document open through the warm joins
	const holder = await fullClient({ ...base, url, timeoutMs: 60000 });
	if (!opts.ops) {
		const { endContent } = loadTrace();
		out.textOk =
			(await holder.want((d) => textOf(d).length === endContent.length, 20000)) &&
			holder.text() === endContent;
	}
	out.clientApplyMs = Math.round(holder.applyMs);
	out.openMem = await server.gcMem();
	out.warm = await join({ n: 15, closeEach: true });
	out.crowd = await join({ n: 50, together: true });
	out.afterCrowdMem = await server.gcMem();
	holder.close();
	await sleep(opts.leaveMs ?? 12000);
	out.closedMem = await server.gcMem();
	out.diskAfterLeaveKb = kb(server.du().bytes - before);
	if (!server.attached) {
		out.cold = [];
		for (let i = 0; i < (opts.trials ?? 3); i++) {
			await server.stop();
			if (i === 0) out.diskAfterStopKb = kb(server.du().bytes - before);
			await server.start();
			await sleep(300);
			out.cold.push(await join({ n: 1 }));
		}
		out.coldMs = out.cold.map((c) => c.complete.p50).sort((a, b) => a - b)[
			Math.floor(out.cold.length / 2)
		];
		await sleep(3000);
		out.diskEndKb = kb(server.du().bytes - before);
		const f = await fullClient({ ...base, url: server.url(), timeoutMs: 60000 });
		if (!opts.ops) {
			const { endContent } = loadTrace();
			out.textOkAfterRestart =
				(await f.want((d) => textOf(d).length === endContent.length, 20000)) &&
				f.text() === endContent;
		}
		f.close();
		await server.stop();
	}
	return out;
};
