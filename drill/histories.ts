import { setTimeout as wait } from 'node:timers/promises';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import type { Step } from '#sync/server/test-history.ts';
import { apart, isWhole } from '#sync/server/test-letters.ts';
import { stockClient, type Door } from '#sync/server/test-line.ts';
import { parties, Party } from '#sync/server/test-party.ts';
import { until } from './client.ts';
import { Checks, IN_OTHER_ORDER, type Drill } from './report.ts';
import { Server } from './server.ts';

/** `DRILL_CASES=5000` for a night; the seed of a run that failed plays the same once more. */
const CASES = Number(process.env['DRILL_CASES'] ?? 300);
const SEED = Number(process.env['DRILL_SEED'] ?? Date.now() % 2 ** 31);
const AT_ONCE = 50;
/** Three of them are of one person, two of another. */
const PEOPLE = 'kernlid kernlid trekker lid trekker procesbegeleider kernlid student'.split(' ');
const MOST_STEPS = 80;
/** Milliseconds that a step takes at most, and the moment at which the server ends. */
const MOST_PAUSE = 80;
const ENDS_AT = 600;

type Case = [count: number, steps: readonly Step[]];

/** A verslag is a text, and has no map beside it. */
const isOfText = ([, act]: Step) => act !== 'map';

const doorOf = (server: Server): Door => ({
	port: server.port,
	headers: (cookie) => ({
		Cookie: cookie,
		Origin: server.origin,
		Host: `127.0.0.1:${server.port}`,
	}),
});

/** The document as the server gives it to who comes in now. */
async function fresh(server: Server, name: string, cookie: string) {
	const doc = new Y.Doc();
	return { doc, provider: stockClient(doorOf(server), cookie, { name, doc }) };
}

/** Everything that stands in a document, as it leaves: without its marks, and without white space. */
async function exported(server: Server, name: string, cookie: string) {
	const path = `${name.replace('verslag', 'bijeenkomsten')}/export/html?voorstellen`;
	const answer = await fetch(`${server.origin}/${path}`, { headers: { Cookie: cookie } });
	return plain(await answer.text());
}
const plain = (html: string) => html.replaceAll(/<[^>]*>|\s/g, '');

/** Each piece of text stands in the whole, one behind the other. */
function hasAll(whole: string, doc: Y.Doc) {
	let at = 0;
	for (const one of doc.getXmlFragment('tekst').createTreeWalker((n) => n instanceof Y.XmlText)) {
		const text = plain(String(one));
		at = whole.indexOf(text, at);
		if (at < 0) return false;
		at += text.length;
	}
	return true;
}

/** One case until everybody has everything; says what is wrong with it. */
async function play(server: Server, name: string, [count, steps]: Case) {
	const cookies = await Promise.all(PEOPLE.slice(0, count).map((wie) => server.cookie(wie)));
	const party = new Party(doorOf(server), name, cookies);
	await until(() => party.isSynced, 20_000);
	await party.play(steps.filter(isOfText), ([, , a, b]) =>
		a % 2 ? wait(b % MOST_PAUSE) : Promise.resolve(),
	);
	// everything somebody has is on the disk: others see nothing before that
	const reader = await fresh(server, name, cookies[0]!);
	const isOne = () => reader.provider.synced && ['', 'order'].includes(party.wrong(reader.doc));
	await until(isOne, 30_000);
	const wrong = party.wrong(reader.doc);
	reader.provider.destroy();
	party.leave();
	return { party, name, wrong, cookie: cookies[0]! };
}
type Played = Awaited<ReturnType<typeof play>>;

/** The same case when the server was killed and reads it from the disk, and as a file to keep. */
async function again(server: Server, { party, name, cookie }: Played): Promise<string> {
	const { doc, provider } = await fresh(server, name, cookie);
	const isSame = () => apart([party.tabs[0]!.doc, doc]) !== 'content';
	const isThere = await until(() => provider.synced && isSame(), 10_000);
	provider.destroy();
	if (!isThere) return 'another text after a restart';
	if (!isWhole(doc)) return 'waits for what never came after a restart';
	const { lost, extra } = party.letters.compare(doc);
	if (lost || extra) return `after a restart ${lost} letters lost, ${extra} too many`;
	return hasAll(await exported(server, name, cookie), doc) ? '' : 'another text in its export';
}

/** Ends it while they are busy, now by a signal that it hears and then by one that it does not. */
async function endMeanwhile(server: Server, signal: NodeJS.Signals) {
	await wait(ENDS_AT);
	await server.end(signal);
	await server.start();
}

async function histories() {
	const checks = new Checks();
	const cases = fc.sample(parties(MOST_STEPS), { numRuns: CASES, seed: SEED });
	const server = new Server({ env: { LIMIT_SYNC_MESSAGES: '10000', LIMIT_EXPORTS: '100000' } });
	await server.start();
	// one log-in of each: those who come later have its cookie
	for (const wie of new Set(PEOPLE)) await server.cookie(wie);
	const seen = { tabs: 0, steps: 0, letters: 0, inOtherOrder: 0 };
	for (let from = 0; from < CASES; from += AT_ONCE) {
		const some = cases.slice(from, from + AT_ONCE);
		const names = server.documents(some.length);
		const [played] = await Promise.all([
			Promise.all(some.map((one, at) => play(server, names[at]!, one))),
			endMeanwhile(server, (from / AT_ONCE) % 2 ? 'SIGTERM' : 'SIGKILL'),
		]);
		await server.end('SIGKILL');
		await server.start();
		for (const [at, one] of played.entries()) {
			const isOrder = one.wrong === 'order';
			const wrong = (!isOrder && one.wrong) || (await again(server, one));
			checks.holds(!wrong, `seed ${SEED}, case ${from + at}: ${wrong}`);
			if (isOrder) seen.inOtherOrder++;
			seen.tabs += one.party.tabs.length;
			seen.steps += some[at]![1].length;
			seen.letters += one.party.letters.count;
		}
	}
	checks.holds(server.isWhole(), 'integrity');
	await server.end();
	checks.saw(`seed ${SEED}: ${CASES} histories, ${seen.tabs} tabs, ${seen.steps} steps`);
	checks.saw(`${seen.letters} letters looked up`);
	checks.atMost(seen.inOtherOrder, Math.max(3, CASES / 100), IN_OTHER_ORDER);
	return checks.finding;
}

export const HISTORIES: Record<string, Drill> = {
	R25: {
		fault: 'people who write at the same time',
		what: `${CASES} random histories of 3 to 8 tabs: edits, undo, without a line, reloads, restarts`,
		run: histories,
	},
};
