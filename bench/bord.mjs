// `npm run bench -- bord`: a room of guests at one bord, from one address, with the limits as shipped.
import { createHash } from 'node:crypto';
import process from 'node:process';
import { parseArgs } from 'node:util';
import * as Y from 'yjs';
import { leesBord } from '../src/features/bord/document.ts';
import { maakGroep } from '../src/features/bord/document.groep.ts';
import { nieuwId } from '../src/features/bord/id.ts';
import { startBord } from './lib/bord.mjs';
import { Hist } from './lib/hist.mjs';
import { sleep } from './lib/server.mjs';

const { values } = parseArgs({
	options: { guests: { type: 'string' }, seconds: { type: 'string' } },
});
const GUESTS = Number(values.guests ?? 60);
/** Within which all of them do what there is to do, each at a moment of their own. */
const SECONDS = Number(values.seconds ?? 30);
const [HIDDEN, OPEN, DOTS, GROUPS] = [2, 3, 3, 6];

let wrong = 0;
function fail(what) {
	if (wrong++ < 10) console.error(`WRONG ${what}`);
}
const { server, trekkerCookie, regie, gast, open } = await startBord('bord', fail);

/** Each at a moment of their own, spread over this many seconds. */
const spread = (list, seconds, run) =>
	Promise.all(
		list.map(async (one, at) => {
			await sleep(((at + Math.random()) / list.length) * seconds * 1000);
			return run(one, at);
		}),
	);

const started = performance.now();
const joins = new Hist();
const guests = await spread(Array.from({ length: GUESTS }), SECONDS, async (_, nr) => {
	const begin = performance.now();
	const { cookie, act } = await gast(nr);
	const screen = await open(cookie);
	joins.add(performance.now() - begin);
	return { screen, act };
});
const screens = [...guests.map(({ screen }) => screen), await open(trekkerCookie)];
screens.push(await open(trekkerCookie));
const before = leesBord(screens[0].doc).briefjes.length;

/** When a briefje was sent, and how long it took until each of the screens had it. */
const sentAt = new Map();
const [others, own] = [new Hist(), new Hist()];
let seen = 0;
for (const screen of screens)
	screen.doc.getMap('briefjes').observe(({ keysChanged }) => {
		const now = screen.now();
		for (const id of keysChanged) {
			const sent = sentAt.get(id);
			if (!sent) continue;
			seen++;
			(sent.by === screen ? own : others).add(now - sent.at);
		}
	});

const laid = [];
async function write({ act, screen }, isTimed) {
	const id = nieuwId();
	laid.push(id);
	if (isTimed) sentAt.set(id, { at: performance.now(), by: screen });
	await act('leg', { id, tekst: `Een briefje met wat iemand zag, nummer ${laid.length}.` });
}
const many = (n) => guests.flatMap((guest) => Array.from({ length: n }, () => guest));
const eachHas =
	(count) =>
	({ doc }) =>
		doc.getMap('briefjes').size >= count;
const until = async (holds, what) => {
	const end = performance.now() + 10_000;
	while (!screens.every(holds) && performance.now() < end) await sleep(5);
	if (!screens.every(holds)) fail(what);
};

/** From the act until the last of the screens shows it. */
async function reveal(name, isShown) {
	const begin = performance.now();
	let last = begin;
	const waiting = new Set(screens);
	for (const screen of screens)
		screen.doc.on('update', () => {
			if (!waiting.has(screen) || !isShown(screen)) return;
			waiting.delete(screen);
			last = Math.max(last, screen.now());
		});
	await regie(name);
	await until(isShown, `${name} did not come to all screens`);
	return last - begin;
}

await regie('stil', { stil: 'ja' });
await regie('legopen');
await regie('stil', { stil: 'ja' });
const there = leesBord(screens[0].doc).briefjes.length;
await spread(many(HIDDEN), SECONDS, (guest) => write(guest, false));
for (const { doc } of screens)
	if (laid.some((id) => doc.getMap('briefjes').has(id))) fail('a hidden briefje was sent');
const hiddenThere = Math.max(there, before) + HIDDEN * GUESTS;
const openMs = await reveal('legopen', eachHas(hiddenThere));

await spread(many(OPEN), SECONDS, (guest) => write(guest, true));
await until(eachHas(hiddenThere + OPEN * GUESTS), 'a briefje did not come to all screens');

const groups = Array.from({ length: GROUPS }, nieuwId);
const regieScreen = screens.at(-1);
const known = Y.encodeStateVector(regieScreen.doc);
const arranged = new Y.Doc();
Y.applyUpdate(arranged, Y.encodeStateAsUpdate(regieScreen.doc));
for (const [nr, id] of groups.entries())
	maakGroep(arranged, { id, naam: `Groep ${nr}`, briefjeIds: laid.slice(nr * 4, nr * 4 + 4) });
const change = Y.encodeStateAsUpdate(arranged, known);
Y.applyUpdate(regieScreen.doc, change);
regieScreen.conn.sendUpdate(change);
await until(({ doc }) => groups.every((id) => doc.getMap('groepen').has(id)), 'a group is missing');

await regie('ronde', { budget: String(DOTS), geheim: 'ja' });
const stips = guests.flatMap((guest, nr) =>
	Array.from({ length: DOTS }, (_, dot) => [guest, groups[(nr + dot) % GROUPS]]),
);
await spread(stips, SECONDS, ([{ act }, groepId]) => act('stip', { groepId, aantal: '1' }));
const given = DOTS * GUESTS;
await until(({ doc }) => doc.getMap('stand').get('gegeven') === given, 'a dot was not counted');
for (const { doc } of screens) if (doc.getMap('uitslag').size) fail('a running total was sent');
const total = ({ doc }) => groups.reduce((n, id) => n + (doc.getMap('uitslag').get(id) ?? 0), 0);
const uitslagMs = await reveal('uitslag', (screen) => total(screen) === given);

/** One word for all that lies there. */
const print = (doc) =>
	createHash('sha256')
		.update(JSON.stringify(leesBord(doc)))
		.digest('hex');
const prints = new Set(screens.map(({ doc }) => print(doc)));
if (prints.size !== 1) fail(`${prints.size} different outcomes on ${screens.length} screens`);
for (const { screen } of guests)
	if (laid.some((id) => !screen.doc.getMap('briefjes').has(id))) fail('a briefje is missing');
if (seen !== OPEN * GUESTS * screens.length) fail(`seen ${seen} times`);
for (const screen of screens) screen.close();
await server.kill9();
await server.start();
const after = await open(trekkerCookie);
if (!prints.has(print(after.doc))) fail('after a restart it is another bord');
after.close();
await server.stop();

const { p50, p95, max } = others.json();
const ms = (value) => `${Math.round(value)} ms`;
const goal = (ok, text) => `${text}${ok ? '' : '   MISSED'}`;
const misses = [p95 > 150, openMs > 500, uitslagMs > 500];
console.log(
	`${GUESTS} guests at one bord, from one address, in ${ms(performance.now() - started)}`,
);
console.log(`  refused or lost        ${wrong}`);
console.log(`  coming in              p95 ${ms(joins.json().p95)}`);
console.log(
	goal(
		!misses[0],
		`  briefje to others      p50 ${ms(p50)}, p95 ${ms(p95)}, max ${ms(max)}  (goal p95 150 ms)`,
	),
);
console.log(`  briefje to the writer  p95 ${ms(own.json().p95)}`);
console.log(goal(!misses[1], `  leg open, all screens  ${ms(openMs)}  (goal 500 ms)`));
console.log(goal(!misses[2], `  uitslag, all screens   ${ms(uitslagMs)}  (goal 500 ms)`));
process.exit(wrong > 0 || misses.includes(true) ? 1 : 0);
