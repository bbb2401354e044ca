// The real client: two npm y-websocket providers edit one text against the server
// and a third joins late. (For servers that speak the y-websocket protocol.)
import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { WebSocket } from 'ws';
import { sleep } from '../lib/server.mjs';
import { emptyText, theText } from '../lib/tekst.mjs';

export default async (ctx) => {
	const { target } = ctx;
	if (target.dialect !== 'y-websocket') return { skipped: 'other protocol' };
	const server = await ctx.newServer().start();
	const {
		docs: [doc],
		headers,
		url,
	} = await ctx.docs(server, 1);
	const base = url.slice(0, url.indexOf('{doc}')).replace(/\/$/, '');
	const WS = class extends WebSocket {
		constructor(u, p) {
			super(u, p, { headers, perMessageDeflate: false });
		}
	};
	const open = () => {
		const d = new Y.Doc();
		const p = new WebsocketProvider(base, doc, d, { WebSocketPolyfill: WS, disableBc: true });
		return { d, p, synced: new Promise((resolve) => p.once('sync', resolve)) };
	};
	const a = open();
	const b = open();
	const t0 = performance.now();
	const ok1 = await Promise.race([
		Promise.all([a.synced, b.synced]).then(() => true),
		sleep(10000).then(() => false),
	]);
	const syncMs = performance.now() - t0;
	emptyText(a.d);
	await sleep(500);
	for (let i = 0; i < 200; i++) {
		theText(a.d).insert(Math.floor(Math.random() * (theText(a.d).length + 1)), 'a');
		theText(b.d).insert(Math.floor(Math.random() * (theText(b.d).length + 1)), 'b');
		if (i % 5 === 0) {
			theText(a.d).delete(0, 1);
			await sleep(2);
		}
	}
	// a server may put the true name in the place of this one
	a.p.awareness.setLocalStateField('user', { name: 'A' });
	await sleep(1000);
	const c = open();
	const ok2 = await Promise.race([c.synced.then(() => true), sleep(10000).then(() => false)]);
	await sleep(500);
	const ta = theText(a.d).toString();
	const same = ta === theText(b.d).toString() && ta === theText(c.d).toString();
	const aware = [...c.p.awareness.getStates().values()].some((s) => s.user);
	for (const x of [a, b, c]) {
		x.p.destroy();
		x.d.destroy();
	}
	await server.stop();
	return {
		ok: ok1 && ok2 && same && aware,
		synced: ok1 && ok2,
		same,
		aware,
		length: ta.length,
		syncMs: Math.round(syncMs),
	};
};
