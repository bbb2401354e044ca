import { setImmediate as turn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import { CLOSE } from './codes.ts';
import { sync as state } from './rooms.ts';
import { build, load } from './load.ts';
import { paragraph, type Step, type Tab } from './test-history.ts';
import { apart, isWhole } from './test-letters.ts';
import { parties, Party } from './test-party.ts';
import { TestSync, textOf, until } from './test-sync.ts';

// many random cases, on a machine that does more at once
vi.setConfig({ testTimeout: 120_000 });
const PEOPLE = ['joke', 'joke', 'bram', 'fatima', 'bram', 'noor', 'joke', 'ali'];
const CASES = 300;
const AT_ONCE = 20;
/** Of a thousand wild histories one may end so, without a server too (decision 017). */
const MOST_IN_OTHER_ORDER = 3;

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	for (const who of [...PEOPLE, 'dief']) sync.rights.set(who, 'schrijven');
	await sync.start({ LIMIT_SYNC_MESSAGES: '10000', LIMIT_SYNC_CONNECTIONS_PER_USER: '1000' });
});
afterEach(() => sync.stop());

let thefts = 0;
/** Goes on under the id of another: what they type next would be thrown away. */
async function forge(name: string, victim: Tab) {
	const doc = new Y.Doc();
	const { provider } = await sync.joined('dief', { name, doc });
	if (!doc.store.clients.has(victim.doc.clientID)) return provider.destroy();
	thefts++;
	let code = 0;
	provider.on('closed', (event: { code: number }) => (code = event.code));
	doc.clientID = victim.doc.clientID;
	await until(() => {
		// what the victim typed meanwhile makes the first of it old news
		doc.getXmlFragment('tekst').push([paragraph('zogenaamd')]);
		expect(code).toBe(CLOSE.protocol);
	});
	doc.clientID = provider.awareness.clientID;
	provider.destroy();
}

const roomOf = (name: string) => state().rooms.get(name)!;

/** What the server wrote down about whose it is. */
const writers = (name: string) =>
	new Map(
		db()
			.$client.prepare('select client, persoon_id as who from document_client where name = ?')
			.all(name)
			.map((row) => Object.values(row as object) as [number, string]),
	);

async function play(at: number, [count, steps]: [number, readonly Step[]]) {
	const id = at
		.toString()
		.padStart(3, '0')
		.replaceAll(/\d/g, (digit) => 'abcdefghij'[+digit]!);
	const name = `tekst/${'a'.repeat(17)}${id}`;
	const party = new Party(sync, name, PEOPLE.slice(0, count));
	await until(() => expect(party.isSynced).toBe(true), 20_000);
	await party.play(steps, async ([who, , a, b], step) => {
		const isHalfway = step === steps.length >> 1;
		if (isHalfway && at % 4 === 0) await forge(name, party.tabs[b % count]!);
		// as when nobody writes for a while, and as when it is time for a snapshot
		if (a % 9 === 0) roomOf(name).rest();
		if (b % 9 === 0) void roomOf(name).compact();
		if ((a + who) % 2) await turn();
	});
	const wrong = () => party.wrong(roomOf(name).content.doc);
	await until(() => expect(['', 'order'], name).toContain(wrong()), 20_000);
	const how = wrong();
	const text = textOf(roomOf(name).content.doc);
	party.leave();
	await until(() => expect(roomOf(name).isIdle).toBe(true));
	// as after a restart
	roomOf(name).rest();
	roomOf(name).close();
	state().rooms.delete(name);
	const loaded = build(load(name));
	expect(isWhole(loaded), name).toBe(true);
	const differs = apart([party.tabs[0]!.doc, loaded]);
	expect(['', 'order'], name).toContain(differs);
	expect(party.letters.compare(loaded), name).toEqual({ lost: 0, extra: 0 });
	expect(sync.projected.findLast((one) => name.endsWith(one.id))?.text).toBe(text);
	const wrote = writers(name);
	for (const { clients, persoonId } of party.tabs)
		for (const client of clients) expect([undefined, persoonId]).toContain(wrote.get(client));
	expect([...wrote.values()]).not.toContain('dief');
	return { isInOtherOrder: how === 'order' || differs === 'order', letters: party.letters.count };
}

test('over real lines all end up with the same, the disk too, and a thief of an id with nothing', async () => {
	const cases = fc.sample(parties(60), CASES);
	const played: Awaited<ReturnType<typeof play>>[] = [];
	for (let from = 0; from < CASES; from += AT_ONCE) {
		const some = cases.slice(from, from + AT_ONCE);
		played.push(...(await Promise.all(some.map((one, at) => play(from + at, one)))));
	}
	expect(played.length).toBe(CASES);
	expect(played.filter(({ isInOtherOrder }) => isInOtherOrder).length).toBeLessThanOrEqual(
		MOST_IN_OTHER_ORDER,
	);
	expect(played.reduce((sum, { letters }) => sum + letters, 0)).toBeGreaterThan(CASES * 20);
	expect(thefts).toBeGreaterThan(CASES / 16);
});
