// Does the harness notice what it has to notice? Runs the relay with faults put in
// on purpose. About a minute.   node selftest.mjs
import path from 'node:path';
import * as Y from 'yjs';
import { benchDir } from './lib/server.mjs';
import { loadTarget, run } from './bench.mjs';
import { insertUpdate, deleteUpdate, scanUpdate } from './lib/yupdate.mjs';
import { Hist } from './lib/hist.mjs';
import { seedUpdate, textOf } from './lib/tekst.mjs';

let bad = 0;
const ok = (name, cond, info = '') => {
	console.log(cond ? 'ok  ' : 'FAIL', name, info);
	if (!cond) bad++;
};

// the hand-made updates are what Yjs understands
const d = new Y.Doc();
const us = [
	seedUpdate(7, 3),
	insertUpdate(8, 0, [7, 2], [7, 3], 'a'),
	insertUpdate(8, 1, [8, 0], [7, 3], 'b'),
	insertUpdate(4000000000, 0, [7, 3], [7, 4], 'z'),
	deleteUpdate(8, 0),
];
for (const u of us) Y.applyUpdate(d, new Uint8Array(u));
ok('hand-made updates give the expected text', textOf(d) === '\nb\nz\n', JSON.stringify(textOf(d)));
const seen = [];
const dels = [];
const m = Buffer.from(Y.mergeUpdates(us.map((u) => new Uint8Array(u))));
scanUpdate(
	m,
	0,
	m.length,
	(c, k, n) => seen.push(`${c}:${k}+${n}`),
	(c, k, n) => dels.push(`${c}:${k}+${n}`),
);
ok(
	'the scanner reads a merged update',
	seen.sort().join() === ['4000000000:0+1', '7:0+1', '7:1+1', '7:2+3', '8:0+1', '8:1+1'].join() &&
		dels.join() === '8:0+1',
	seen.join(' '),
);
const rich = new Y.Doc();
rich.getMap('m').set('k', { a: [1, 2] });
rich.getXmlFragment('x').insert(0, [new Y.XmlElement('p')]);
rich.getText('content').insert(0, 'hé😀', { bold: true });
const ru = Buffer.from(Y.encodeStateAsUpdate(rich));
let total = 0;
scanUpdate(
	ru,
	0,
	ru.length,
	(c, k, n) => {
		total = Math.max(total, k + n);
	},
	() => {},
);
ok(
	'the scanner reads maps, XML and formats',
	total === Y.getState(rich.store, rich.clientID),
	`${total}`,
);
const h = new Hist();
for (let i = 1; i <= 1000; i++) h.add(i / 10);
ok(
	'quantiles within 1 %',
	Math.abs(h.q(0.5) - 50) < 0.5 && Math.abs(h.q(0.99) - 99) < 1,
	`${h.q(0.5)} ${h.q(0.99)}`,
);

const base = await loadTarget(path.join(benchDir, 'targets/relay.mjs'));
const withFault = (f) => ({
	...base,
	start: (a) => {
		const s = base.start(a);
		return { ...s, env: { ...s.env, FAULT: f } };
	},
});
const o = { rooms: 5, clients: 10, secs: 4, warmup: 1, drainMs: 2000 };
const good = await run(base, 'load', o);
ok(
	'a correct server is clean',
	good.clean === true && good.seeded,
	JSON.stringify({
		lost: good.lost,
		dups: good.dups,
		wrongRooms: good.wrongRooms,
		err: good.error,
	}),
);
const drop = await run(withFault('drop'), 'load', o);
ok(
	'dropped updates are counted as lost',
	drop.lost > 0 && drop.svMismatch > 0 && !drop.clean,
	`lost ${drop.lost}, gaps ${drop.gaps}`,
);
const dup = await run(withFault('dup'), 'load', o);
ok('repeated updates are counted', dup.dups > 0 && !dup.clean, `dups ${dup.dups}`);
const late = await run(withFault('late'), 'load', o);
ok(
	'late updates show in p99, or as gaps',
	(late.lat.p99 > 50 || late.lat.max > 390) && late.lost === 0,
	`p99 ${late.lat.p99} max ${late.lat.max} gaps ${late.gaps}`,
);
const forget = await run(withFault('forget'), 'load', o);
ok(
	'an update that the server forgets makes a wrong room',
	forget.wrongRooms > 0 && forget.lost === 0 && !forget.clean,
	`wrongRooms ${forget.wrongRooms}`,
);
console.log(bad ? `${bad} failed` : 'all good');
process.exit(bad ? 1 : 0);
