import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { metricsText } from '#server/metrics/metrics.ts';
import { CLOSE } from './codes.ts';
import { MESSAGE } from './frames.ts';
import { sync as state } from './rooms.ts';
import { NAME, OTHER, TestSync, textOf, type, until, type Raw } from './test-sync.ts';

let sync: TestSync;
beforeEach(() => {
	sync = new TestSync();
	for (const who of ['anna', 'bram', 'cor']) sync.rights.set(who, 'schrijven');
});
afterEach(() => {
	vi.restoreAllMocks();
	return sync.stop();
});

const QUESTION = Buffer.from([0, 0, 1, 0]);
const NOTHING_NEW = Buffer.from([0, 1, 2, 0, 0]);
const typed = (length: number) => 'x'.repeat(length);
const closedWith = (code: number) =>
	Number(metricsText().match(`ws_close_total{code="${code}"} (\\d+)`)?.[1] ?? 0);
const limitsOf = (socket: Raw) => socket.of(MESSAGE.limit).map((message) => message.toString());

test.each([
	['one person', { LIMIT_SYNC_CONNECTIONS_PER_USER: '2' }, 'anna', OTHER],
	['one document', { LIMIT_SYNC_CONNECTIONS_PER_DOCUMENT: '2' }, 'bram', NAME],
	['one address', { LIMIT_SYNC_CONNECTIONS_PER_ADDRESS: '2' }, 'bram', OTHER],
	['the server', { LIMIT_SYNC_CONNECTIONS: '2' }, 'bram', OTHER],
])('what is too much for %s is asked to come back', async (_, env, who, name) => {
	await sync.start(env);
	const first = await sync.socket('anna').opened();
	await sync.socket('anna').opened();
	await until(() => expect(first.of(MESSAGE.welkom)).toHaveLength(1));
	const third = sync.socket(who, { name });
	await third.closedWith(CLOSE.busy);
	expect(third.reason).toBe('retry=20');
	expect(third.messages).toEqual([]);
	expect(first.code).toBeUndefined();
});

test('who sends too much is first not read from, and then put out', async () => {
	await sync.start({ LIMIT_SYNC_MESSAGES: '5', LIMIT_SYNC_MESSAGES_AT_ONCE: '10' });
	const anna = await sync.socket('anna').opened();
	for (let i = 0; i < 200; i++) anna.ws.send(NOTHING_NEW);
	await anna.closedWith(CLOSE.tooFast);
	expect(anna.reason).toBe('retry=20');
	expect(metricsText()).toContain('limit_hits_total{limit="syncMessages"}');
}, 10_000);

test('a question that costs much may be put a few times in a minute', async () => {
	await sync.start();
	const anna = await sync.socket('anna').opened();
	for (let i = 0; i < 6; i++) anna.ws.send(QUESTION);
	await until(() => expect(anna.of(MESSAGE.sync).filter(([, step]) => step === 1)).toHaveLength(6));
	anna.ws.send(QUESTION);
	await anna.closedWith(CLOSE.tooFast);
});

test('what nobody can have seen side by side is looked at, a few times in a minute', async () => {
	await sync.start({ LIMIT_SYNC_QUESTIONS: '2' });
	const anna = await sync.joined('anna');
	const own = new Y.Doc();
	type(own, 'abc');
	const paragraph = own.getXmlFragment('tekst').get(0) as Y.XmlElement;
	const { client, clock } = (paragraph.get(0) as Y.XmlText)._start!.id;
	const end = Y.getState(own.store, client);
	const bram = await sync.socket('bram').opened();
	const send = (step: number, update: Uint8Array) => {
		const to = encoding.createEncoder();
		encoding.writeVarUint(to, MESSAGE.sync);
		encoding.writeVarUint(to, step);
		encoding.writeVarUint8Array(to, update);
		bram.ws.send(encoding.toUint8Array(to));
	};
	/** Between the first own letter and the third, as an undo of Yjs 13 may do. */
	const x = (at: number) => {
		const to = encoding.createEncoder();
		for (const one of [1, 1, client, end + at]) encoding.writeVarUint(to, one);
		encoding.writeUint8(to, 4 | 0x80 | 0x40);
		for (const one of [client, clock, client, clock + 2]) encoding.writeVarUint(to, one);
		encoding.writeVarString(to, 'x');
		encoding.writeVarUint(to, 0);
		send(2, encoding.toUint8Array(to));
	};
	await until(() => expect(bram.of(MESSAGE.sync)).toHaveLength(1));
	send(1, Y.encodeStateAsUpdate(own));
	x(0);
	x(1);
	await until(() => expect(textOf(anna.doc)).toHaveLength(5));
	expect(textOf(anna.doc)).toMatch(/^a[bx]{3}c$/);
	x(2);
	await bram.closedWith(CLOSE.tooFast);
	expect(textOf(anna.doc)).toHaveLength(5);
});

test('a message that is too large ends that connection only', async () => {
	await sync.start();
	const bram = await sync.joined('bram');
	const anna = await sync.socket('anna').opened();
	anna.ws.send(Buffer.alloc(1_100_000));
	await anna.closedWith(1009);
	type(bram.doc, 'goed');
	await until(() => expect(state().rooms.get(NAME)?.content.size).toBeGreaterThan(2));
});

test('a document that is full takes nothing more, lets go of what is there, and says so', async () => {
	await sync.start({ LIMIT_DOCUMENT_MOST: '30000', LIMIT_DOCUMENT_WARN: '20000' });
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram');
	const cor = await sync.socket('cor').opened();
	type(anna.doc, typed(25_000));
	await until(() => expect(limitsOf(cor)[0]).toContain('groot'));
	type(anna.doc, typed(10_000));
	await until(() => expect(limitsOf(cor)[1]).toContain('vol'));
	await until(() => expect(textOf(bram.doc)).toHaveLength(35_000));
	type(anna.doc, 'te veel');
	anna.doc.getXmlFragment('tekst').delete(0, 1);
	await until(() => expect(textOf(bram.doc)).toBe(''));
	expect(anna.provider.wsconnected).toBe(true);
});

test('what did not fit comes by itself when there is room again', async () => {
	await sync.start({ LIMIT_DOCUMENT_MOST: '30000', LIMIT_DOCUMENT_WARN: '20000' });
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram');
	const [first] = state().rooms.get(NAME)!.connections;
	type(anna.doc, typed(35_000));
	await until(() => expect(textOf(bram.doc)).toHaveLength(35_000));
	type(anna.doc, 'te veel');
	await until(() => expect(first!.owes).toBe(true));
	const { now } = performance;
	vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 6000);
	const line = (bram.doc.getXmlFragment('tekst').get(0) as Y.XmlElement).get(0) as Y.XmlText;
	line.delete(0, 10_000);
	await until(() => expect(textOf(bram.doc)).toBe(`${typed(25_000)}te veel`));
});

test('a slow reader hurts only itself, and gets it all when it reads again', async () => {
	await sync.start({
		LIMIT_BACKLOG_UPDATES: '100000',
		LIMIT_SYNC_BYTES_AT_ONCE: '100000000',
		LIMIT_SYNC_MESSAGES_AT_ONCE: '10000',
	});
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram');
	const slow = new Y.Doc();
	const cor = await sync.joined('cor', { doc: slow });
	const socket = cor.provider.ws as unknown as { pause(): void; resume(): void };
	socket.pause();
	const room = state().rooms.get(NAME)!;
	const late = () => [...room.connections].filter(({ behind }) => behind).length;
	// until it is more than the machine itself keeps for it, which may be tens of megabytes
	for (let i = 0; late() === 0 && i < 1000; i++) {
		type(anna.doc, `${i} `.padEnd(100_000, 'x'));
		await until(() => expect(textOf(bram.doc)).toBe(textOf(anna.doc)));
		anna.doc.getXmlFragment('tekst').delete(0, 1);
	}
	expect(late()).toBe(1);
	type(anna.doc, 'het eind');
	socket.resume();
	await until(() => expect(textOf(slow)).toBe('het eind'));
	expect(late()).toBe(0);
}, 60_000);

test('who reads nothing is put out with the code of the slow, and nobody else', async () => {
	await sync.start({
		LIMIT_BACKLOG_SECONDS: '1',
		LIMIT_BACKLOG_UPDATES: '100000',
		LIMIT_SYNC_BYTES_AT_ONCE: '100000000',
		LIMIT_SYNC_MESSAGES_AT_ONCE: '10000',
	});
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram');
	const cor = await sync.joined('cor');
	cor.provider.shouldConnect = false;
	// it answers while it reads
	type(anna.doc, typed(100_000));
	await until(() => expect(textOf(cor.doc)).toHaveLength(100_000));
	const before = closedWith(CLOSE.busy);
	(cor.provider.ws as unknown as { pause(): void }).pause();
	for (let i = 0; i < 3; i++) type(anna.doc, typed(100_000));
	await until(() => expect(textOf(bram.doc)).toHaveLength(400_000));
	const { connections } = state().rooms.get(NAME)!;
	await until(() => {
		for (const connection of connections) connection.keepAlive();
		expect(connections.size).toBe(2);
	});
	expect(closedWith(CLOSE.busy)).toBe(before + 1);
	type(anna.doc, 'door');
	await until(() => expect(textOf(bram.doc)).toContain('door'));
});

test('the projection follows what was stored, and one that fails disturbs nobody', async () => {
	await sync.start();
	const anna = await sync.joined('anna');
	sync.project = () => {
		throw new Error('stuk');
	};
	type(anna.doc, 'eerst');
	const bram = await sync.joined('bram');
	await until(() => expect(textOf(bram.doc)).toBe('eerst'));
	state().rooms.get(NAME)!.projection.run();
	sync.project = () => {};
	type(bram.doc, ', dan');
	await until(() => expect(textOf(anna.doc)).toBe('eerst, dan'));
	await until(() => expect(sync.projected.at(-1)?.text).toBe('eerst, dan'));
	const counted = sync.projected.at(-1)!.contributions;
	expect(counted.map(({ persoonId, tekens }) => [persoonId, tekens])).toEqual([
		['anna', 5],
		['bram', 5],
	]);
});

test.each([
	['many', { LIMIT_DOCUMENTS_OPEN: '1' }],
	['large', { LIMIT_DOCUMENTS_OPEN_BYTES: '20000' }],
])(
	'documents that are too %s leave memory, those of before first, and come back',
	async (_, env) => {
		await sync.start(env);
		const open = () => [...state().rooms.keys()];
		for (const name of [NAME, OTHER]) {
			const anna = await sync.joined('anna', { name });
			type(anna.doc, typed(1000));
			const bram = await sync.joined('bram', { name });
			await until(() => expect(textOf(bram.doc)).toHaveLength(1000));
			for (const { provider } of [anna, bram]) provider.destroy();
			await until(() => expect(state().rooms.get(name)?.isIdle).toBe(true));
		}
		await until(() => expect(open()).toEqual([OTHER]));
		const cor = await sync.joined('cor');
		expect(textOf(cor.doc)).toHaveLength(1000);
	},
);

test('one update brings no more ids than many would', async () => {
	await sync.start({ LIMIT_CLIENTS_PER_CONNECTION: '4', LIMIT_CLIENTS_PER_USER: '6' });
	const written = (count: number, first: number) => {
		const all = new Y.Doc();
		for (let i = 0; i < count; i++) {
			const one = new Y.Doc();
			one.clientID = first + i;
			type(one, 'x');
			Y.applyUpdate(all, Y.encodeStateAsUpdate(one));
		}
		return all;
	};
	// by another tab of the same browser: the server asks for all there is, and takes that
	const anna = await sync.joined('anna');
	Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(written(5, 100)), 'hier');
	const reader = await sync.joined('cor');
	await until(() => expect(textOf(reader.doc)).toBe('xxxxx'));
	expect(anna.provider.wsconnected).toBe(true);
	Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(written(7, 150)), 'hier');
	await until(() => expect(anna.provider.shouldConnect).toBe(false));
	// what comes back from being away may be of several tabs, not of any number
	const back = sync.client('anna', { doc: written(7, 200) });
	await until(() => expect(back.provider.shouldConnect).toBe(false));
	const bram = await sync.joined('bram', { doc: written(6, 300) });
	const cor = await sync.joined('cor');
	await until(() => expect(textOf(cor.doc)).toBe('x'.repeat(11)));
	expect(bram.provider.wsconnected).toBe(true);
});
