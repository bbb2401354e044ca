import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SysteemActor } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { CLOSE } from './codes.ts';
import { editDocument, readDocument } from './edit.ts';
import { sync as state } from './rooms.ts';
import { NAME, OTHER, TestSync, textOf, type, until } from './test-sync.ts';

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	for (const who of ['anna', 'bram', 'cor']) sync.rights.set(who, 'schrijven');
	// gone from memory soon after nobody is in it
	await sync.start({ LIMIT_DOCUMENT_IDLE: '1' });
});
afterEach(() => sync.stop());

const frame = (...bytes: number[]) => Buffer.from(bytes);

test.each([
	['an unknown message', frame(9, 1, 2)],
	['an unknown step', frame(0, 7, 1, 0)],
	['a length beyond its end', frame(0, 2, 200, 1, 2)],
	['an update that is none', frame(0, 2, 3, 1, 1, 255)],
	['an update with more structs than bytes', frame(0, 2, 5, 1, 255, 255, 255, 15)],
	['a state vector that is none', frame(0, 0, 2, 9, 255)],
	['a presence that is none', frame(1, 4, 1, 7, 1, 90)],
	['nothing at all', frame()],
])('%s ends that connection, and nobody else notices', async (_, bytes) => {
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram');
	type(anna.doc, 'een');
	const cor = await sync.socket('cor').opened();
	cor.ws.send(frame(0, 1, 2, 0, 0));
	cor.ws.send(bytes);
	await cor.closedWith(CLOSE.protocol);
	type(bram.doc, 'twee');
	await until(() => expect(textOf(anna.doc)).toHaveLength(7));
	expect(textOf(bram.doc)).toBe(textOf(anna.doc));
	const text = textOf(anna.doc);
	await sync.stop();
	await sync.restart();
	expect(readDocument(NAME, textOf)).toBe(text);
});

test('random bytes harm nobody', async () => {
	const anna = await sync.joined('anna');
	for (let i = 0; i < 20; i++) {
		const cor = await sync.socket('cor').opened();
		cor.ws.send(Buffer.concat([frame(0, i % 3), randomBytes(40)]));
		cor.ws.send(frame(9));
		await cor.closedWith(CLOSE.protocol);
	}
	type(anna.doc, 'goed');
	const bram = await sync.joined('bram');
	await until(() => expect(textOf(bram.doc)).toBe('goed'));
});

test('words in text ends the connection', async () => {
	const cor = await sync.socket('cor').opened();
	cor.ws.send('hallo');
	await cor.closedWith(CLOSE.protocol);
});

test('an update under the client id of another is refused', async () => {
	const anna = await sync.joined('anna');
	type(anna.doc, 'van Anna');
	const forged = new Y.Doc();
	const bram = await sync.joined('bram', { doc: forged });
	await until(() => expect(textOf(forged)).toBe('van Anna'));
	let code = 0;
	bram.provider.on('closed', (event: { code: number }) => (code = event.code));
	forged.clientID = anna.doc.clientID;
	type(forged, ', zogenaamd');
	await until(() => expect(code).toBe(CLOSE.protocol));
	forged.clientID = bram.provider.awareness.clientID;
	expect(textOf(anna.doc)).toBe('van Anna');
});

/** From here on nothing can be written in the log. */
const jam = () =>
	db().$client.exec(
		"create trigger jam before insert on document_update begin select raise(abort, 'jam'); end",
	);

test('what could not be stored nobody sees, and it comes by itself once it can be', async () => {
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram');
	type(anna.doc, 'een');
	await until(() => expect(textOf(bram.doc)).toBe('een'));
	jam();
	type(anna.doc, ', twee');
	const room = state().rooms.get(NAME)!;
	await until(() => expect([...room.connections].some(({ owes }) => owes)).toBe(true));
	const cor = await sync.joined('cor');
	expect(textOf(cor.doc)).toBe('een');
	db().$client.exec('drop trigger jam');
	await until(() => expect(textOf(bram.doc)).toBe('een, twee'), 9000);
	expect(readDocument(NAME, textOf)).toBe('een, twee');
}, 15_000);

test('a document that is damaged cannot be opened; another can', async () => {
	const anna = await sync.joined('anna');
	type(anna.doc, 'weg');
	await until(() => expect(readDocument(NAME, textOf)).toBe('weg'));
	await sync.stop();
	db().$client.exec("update document_snapshot set state = x'00'; delete from document_update");
	await sync.restart();
	await sync.socket('anna').closedWith(CLOSE.damaged);
	const bram = await sync.joined('bram', { name: OTHER });
	type(bram.doc, 'hier wel');
	await until(() => expect(readDocument(OTHER, textOf)).toBe('hier wel'));
	expect(db().$client.prepare('select name from document_damage').all()).toEqual([{ name: NAME }]);
});

test('the last leaves, the first joins and a page writes: one room, and no update lost', async () => {
	let count = 0;
	const systeem: SysteemActor = { soort: 'systeem', werkplaatsId: 'w' };
	for (let round = 0; round < 30; round++) {
		const anna = await sync.joined('anna');
		type(anna.doc, 'x');
		const { provider } = anna;
		await until(() => expect(readDocument(NAME, textOf)).toHaveLength(count + 1));
		count++;
		const next = sync.client('bram');
		provider.destroy();
		if (round % 3) await turn();
		editDocument(systeem, NAME, (doc) => type(doc, 'y'));
		count++;
		if (round % 2) await until(() => expect(next.provider.synced).toBe(true));
		next.provider.destroy();
		expect(state().rooms.size).toBeLessThanOrEqual(1);
	}
	const bram = await sync.joined('bram');
	await until(() => expect(textOf(bram.doc)).toHaveLength(count));
}, 30_000);

test('stopping stores what came in and says when to come back', async () => {
	const clients = await Promise.all(
		Array.from({ length: 15 }, (_, i) => sync.joined(['anna', 'bram', 'cor'][i % 3]!)),
	);
	const codes: number[] = [];
	for (const { provider } of clients)
		provider.on('connection-close', (event: { code: number } | null) => {
			if (event) codes.push(event.code);
			provider.shouldConnect = false;
		});
	const raw = await sync.socket('anna').opened();
	for (const { doc } of clients) type(doc, 'y');
	await until(() => expect(readDocument(NAME, textOf)).toHaveLength(15));
	await sync.stop();
	await raw.closedWith(CLOSE.restart);
	await sync.restart();
	expect(readDocument(NAME, textOf)).toHaveLength(15);
});
