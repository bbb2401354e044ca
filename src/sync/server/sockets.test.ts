import { setImmediate as turn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import { contentHash } from './canonical.ts';
import { CLOSE } from './codes.ts';
import { readDocument } from './edit.ts';
import { sync as state } from './rooms.ts';
import { history, paragraph, perform, Tab, type Step } from './test-history.ts';
import { TestSync, until } from './test-sync.ts';

// many random cases, on a machine that does more at once
vi.setConfig({ testTimeout: 120_000 });
const PEOPLE = ['joke', 'joke', 'bram', 'fatima'];
const CASES = 40;

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	for (const who of [...PEOPLE, 'dief']) sync.rights.set(who, 'schrijven');
	await sync.start({ LIMIT_SYNC_MESSAGES: '10000', LIMIT_SYNC_CONNECTIONS_PER_USER: '1000' });
});
afterEach(() => sync.stop());

/** A tab with the stock client of y-websocket. */
class LiveTab extends Tab {
	readonly name: string;
	/** The ids that its person ever wrote under. */
	readonly clients: number[] = [];
	/** Codes that say to stay away. */
	readonly refused: number[] = [];
	provider!: ReturnType<TestSync['client']>['provider'];

	constructor(persoonId: string, name: string) {
		super(persoonId);
		this.name = name;
		this.open();
	}

	open() {
		this.clients.push(this.doc.clientID);
		this.provider = sync.client(this.persoonId, { name: this.name, doc: this.doc }).provider;
		this.provider.on('closed', ({ code }: { code: number }) => this.refused.push(code));
	}

	act([, act, a, b]: Step, tabs: Tab[]) {
		const { doc } = this;
		perform(this, act, [a, b], tabs);
		if (act === 'offline') this.provider.disconnect();
		else if (act === 'online' && !this.provider.shouldConnect) this.provider.connect();
		else if (this.doc !== doc) {
			this.provider.destroy();
			this.open();
			this.isOnline = true;
		}
	}
}

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

const hashes = (docs: Y.Doc[]) => new Set(docs.map(contentHash)).size;
const roomOf = (name: string) => state().rooms.get(name)!;

async function play(name: string, steps: readonly Step[]) {
	const tabs = PEOPLE.map((who) => new LiveTab(who, name));
	tabs[0]!.doc.getXmlFragment('tekst').insert(0, [paragraph('begin')]);
	await until(() => expect(tabs.every(({ provider }) => provider.synced)).toBe(true));
	for (const [at, step] of steps.entries()) {
		tabs[step[0]]!.act(step, tabs);
		if (at === steps.length >> 1) await forge(name, tabs[step[3] % tabs.length]!);
		// as when nobody writes for a while, and as when it is time for a snapshot
		if (step[2] % 9 === 0) roomOf(name).rest();
		if (step[3] % 9 === 0) void roomOf(name).compact();
		if (step[2] % 2) await turn();
	}
	for (const { provider } of tabs) provider.connect();
	const docs = () => [...tabs.map(({ doc }) => doc), roomOf(name).content.doc];
	const refused = () => tabs.flatMap((tab) => tab.refused);
	await until(() => expect([hashes(docs()), refused()]).toEqual([1, []]), 20_000);
	const text = contentHash(tabs[0]!.doc);
	for (const { provider } of tabs) provider.destroy();
	await until(() => expect(roomOf(name).isIdle).toBe(true));
	return { text, tabs };
}

/** What the server wrote down about whose it is. */
const writers = (name: string) =>
	new Map(
		db()
			.$client.prepare('select client, persoon_id as who from document_client where name = ?')
			.all(name)
			.map((row) => Object.values(row as object) as [number, string]),
	);

test('over real lines all end up with the same, the disk too, and a thief of an id with nothing', async () => {
	let cases = 0;
	const letters = 'abcdefghijklmnopqrstuvwxyz';
	await fc.assert(
		fc.asyncProperty(history(60), async (steps) => {
			const name = `tekst/${'a'.repeat(18)}${letters[Math.floor(cases / 26)]}${letters[cases % 26]}`;
			cases++;
			const { text, tabs } = await play(name, steps);
			// as after a restart
			roomOf(name).close();
			state().rooms.delete(name);
			const loaded = readDocument(name, (doc) => ({
				text: contentHash(doc),
				isWhole: !doc.store.pendingStructs && !doc.store.pendingDs,
			}));
			expect(loaded).toEqual({ text, isWhole: true });
			const wrote = writers(name);
			for (const { clients, persoonId } of tabs)
				for (const client of clients) expect([undefined, persoonId]).toContain(wrote.get(client));
			expect([...wrote.values()]).not.toContain('dief');
		}),
		{ numRuns: CASES, endOnFailure: true },
	);
	expect(thefts).toBeGreaterThan(CASES / 4);
});
