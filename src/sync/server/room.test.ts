import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLOSE } from './codes.ts';
import { editDocument } from './edit.ts';
import { sync as state } from './rooms.ts';
import { NAME, OTHER, TestSync, textOf, type, until } from './test-sync.ts';

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	for (const who of ['anna', 'bram', 'cor']) sync.rights.set(who, 'schrijven');
	await sync.start();
});
afterEach(() => sync.stop());

test('two stock clients write together, and what they wrote is there after a restart', async () => {
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram');
	type(anna.doc, 'van Anna');
	await until(() => expect(textOf(bram.doc)).toBe('van Anna'));
	type(bram.doc, ', van Bram');
	await until(() => expect(textOf(anna.doc)).toBe('van Anna, van Bram'));
	await sync.stop();
	await sync.restart();
	const cor = await sync.joined('cor');
	expect(textOf(cor.doc)).toBe('van Anna, van Bram');
});

test('who wrote without a line brings it along', async () => {
	const anna = await sync.joined('anna');
	type(anna.doc, 'eerst');
	anna.provider.disconnect();
	type(anna.doc, ', later');
	const bram = await sync.joined('bram');
	anna.provider.connect();
	await until(() => expect(textOf(bram.doc)).toBe('eerst, later'));
});

test('documents in which nobody writes any more come to rest, and who writes on does so', async () => {
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram', { name: OTHER });
	for (const { doc } of [anna, bram]) type(doc, 'eerst');
	const live = () => [...state().rooms.values()].filter(({ content }) => content.isLive).length;
	await until(() => expect(live()).toBe(2));
	await until(() => expect(live()).toBe(0));
	type(anna.doc, ', later');
	const cor = await sync.joined('cor');
	await until(() => expect(textOf(cor.doc)).toBe('eerst, later'));
});

test('who asks for a snapshot that is made already gets that one', async () => {
	const anna = await sync.joined('anna');
	const room = state().rooms.get(NAME)!;
	type(anna.doc, 'een');
	await until(() => expect(room.content.stored.log.rows).toBe(1));
	await Promise.all([room.compact(), room.compact(), room.compact()]);
	expect(room.content.stored.log).toMatchObject({ rows: 0, bytes: 0 });
	type(anna.doc, ' twee');
	await until(() => expect(room.content.stored.log.rows).toBe(1));
	await room.compact();
	expect(room.content.stored.log.rows).toBe(0);
});

test('documents do not hear of each other', async () => {
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram', { name: OTHER });
	type(anna.doc, 'hier');
	const cor = await sync.joined('cor', { name: NAME });
	await until(() => expect(textOf(cor.doc)).toBe('hier'));
	expect(textOf(bram.doc)).toBe('');
});

test.each([
	['nobody', '', NAME, CLOSE.loggedOut],
	['somebody without a right', 'dirk', NAME, CLOSE.notFound],
	['a kind that is not there', 'anna', NAME.replace('tekst', 'bord'), CLOSE.notFound],
])('%s is let in and out at once, without a word', async (_, cookie, name, code) => {
	const socket = sync.socket(cookie, { name });
	await socket.closedWith(code);
	expect(socket.messages).toEqual([]);
});

test.each([
	['another site', {}, { origin: 'https://kwaad.nl' }, 403],
	['a program that says no site', {}, { origin: '' }, 403],
	['another host', {}, { host: 'kwaad.nl' }, 421],
	['a name that is not quite it', { name: 'tekst/ABC' }, {}, 404],
	['a name with an encoded slash', { name: NAME.replace('/', '%2f') }, {}, 404],
])('%s does not get a socket', async (_, options, headers, status) => {
	const socket = sync.socket('anna', { ...options, headers });
	await until(() => expect(socket.status).toBe(status));
});

test('what a page writes in a document that is being put away is in its rows', async () => {
	await sync.stop();
	await sync.start({ LIMIT_DOCUMENT_IDLE: '1' });
	const actor = { soort: 'systeem', werkplaatsId: 'w' } as const;
	const write = (text: string) => editDocument(actor, NAME, (doc) => type(doc, text));
	const { provider } = await sync.joined('anna');
	provider.destroy();
	sync.project = (text) => {
		if (text === 'een') setImmediate(write, ', twee');
	};
	write('een');
	await until(() => expect(state().rooms.size).toBe(0), 10_000);
	expect(sync.projected.at(-1)?.text).toBe('een, twee');
});
