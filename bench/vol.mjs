// `npm run bench -- vol`: a bord with 500 briefjes in a browser: how soon it is there, and whether it
// keeps up with the hands of others.
import process from 'node:process';
import { chromium } from '@playwright/test';
import * as Y from 'yjs';
import { findChromium } from '../tests/browser.ts';
import { leesBord } from '../src/features/bord/document.ts';
import { maakGroep, verplaatsBriefje } from '../src/features/bord/document.groep.ts';
import { nieuwId } from '../src/features/bord/id.ts';
import { startBord } from './lib/bord.mjs';
import { sleep } from './lib/server.mjs';

const TRIES = Number(process.argv[2] ?? 5);
const [BRIEFJES, GROUPS, EACH] = [500, 25, 20];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (value) => `${Math.round(value)} ms`;

let wrong = 0;
const { server, origin, bordId, trekkerCookie, regie, gast, open } = await startBord(
	'vol',
	(what) => {
		if (wrong++ < 10) console.error(`WRONG ${what}`);
	},
);

// as many as one may lay down in a minute, by as many guests as that asks
const ids = [];
for (let nr = 0; ids.length < BRIEFJES; nr++) {
	const { act } = await gast(nr);
	for (let n = 0; n < EACH && ids.length < BRIEFJES; n++) {
		const id = nieuwId();
		ids.push(id);
		await act('leg', { id, tekst: `Wat iemand zag aan de deur van nummer ${ids.length}, en zei.` });
	}
}
await regie('legopen');
const other = await open(trekkerCookie);
/** Changes the table as another member does. */
function change(act) {
	const known = Y.encodeStateVector(other.doc);
	act(other.doc);
	other.conn.sendUpdate(Y.encodeStateAsUpdate(other.doc, known));
}
const groups = Array.from({ length: GROUPS }, nieuwId);
change((doc) => {
	for (const [nr, id] of groups.entries()) {
		const briefjeIds = ids.slice(nr * 12, nr * 12 + 12);
		maakGroep(doc, { id, naam: `Groep ${nr}`, briefjeIds });
	}
});
await regie('fase', { naar: 'duiden' });
// a round would put its groups before all else
await regie('uitslag');
const there = leesBord(other.doc).briefjes.length;

const browser = await chromium.launch(await findChromium());
const [name, value] = trekkerCookie.split('=');
const member = [{ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true }];
const { cookie } = await gast(99);
const [gastNaam, gastWaarde] = cookie.split('=');
const guest = [{ ...member[0], name: gastNaam, value: gastWaarde }];

const SCREENS = [
	['table of a member, 1440 px', { pad: `/borden/${bordId}`, cookies: member, width: 1440 }],
	['list of a member, 360 px', { pad: `/borden/${bordId}`, cookies: member, width: 360 }],
	['guest, 360 px', { pad: `/tafel/${bordId}`, cookies: guest, width: 360 }],
];

/** Milliseconds from the navigation until all lies there, and until the line is open. */
async function visit({ pad, cookies, width }) {
	const context = await browser.newContext({
		baseURL: origin(),
		viewport: { width, height: 800 },
	});
	await context.addCookies(cookies);
	const page = await context.newPage();
	const line = new Promise((resolve) =>
		page.on('websocket', (socket) => socket.once('framereceived', () => resolve(undefined))),
	);
	await page.addInitScript(() => {
		globalThis.__frames = [];
		let last = 0;
		const look = (at) => {
			if (last) globalThis.__frames.push(at - last);
			last = at;
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	await page.goto(pad, { waitUntil: 'commit' });
	await page.waitForFunction(() => document.body?.textContent.includes('van nummer 499,'));
	const shown = await page.evaluate(() => performance.now());
	await line;
	const live = await page.evaluate(() => performance.now());
	await sleep(1500);
	await page.evaluate(() => (globalThis.__frames.length = 0));
	// another member moves ten briefjes in a second, five seconds long
	for (let n = 0; n < 50; n++) {
		const groepId = groups[n % GROUPS];
		change((doc) => verplaatsBriefje(doc, { id: ids[300 + n], groepId, voor: null }));
		await sleep(100);
	}
	const frames = await page.evaluate(() => globalThis.__frames);
	await context.close();
	return {
		shown,
		live,
		longest: Math.max(...frames),
		late: frames.filter((one) => one > 50).length,
	};
}

console.log(`a bord with ${there} briefjes, median of ${TRIES} visits with an empty cache`);
let missed = false;
for (const [what, screen] of SCREENS) {
	const visits = [];
	for (let n = 0; n < TRIES; n++) visits.push(await visit(screen));
	const of = (key) => median(visits.map((one) => one[key]));
	const isSlow = of('shown') > 1000;
	missed ||= isSlow;
	console.log(`  ${what}`);
	console.log(
		`    all is on the screen   ${ms(of('shown'))}  (goal 1000 ms)${isSlow ? '   MISSED' : ''}`,
	);
	console.log(`    the line is open       ${ms(of('live'))}`);
	console.log(
		`    50 moves by another    longest frame ${ms(of('longest'))}, ${of('late')} over 50 ms`,
	);
}
await browser.close();
other.close();
await server.stop();
process.exit(wrong > 0 || missed ? 1 : 0);
