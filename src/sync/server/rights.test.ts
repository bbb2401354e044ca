import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { config } from '#server/config.ts';
import { databasePath, db, openDatabase } from '#server/db/db.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { forget } from '#server/singleton.ts';
import { CLOSE } from './codes.ts';
import { lookForChanges, recheckRights } from './cut.ts';
import { MESSAGE } from './frames.ts';
import { NAME, TestSync, textOf, type, until } from './test-sync.ts';

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	sync.rights.set('anna', 'schrijven').set('lena', 'lezen').set('vera', 'voorstellen');
	await sync.start();
});
afterEach(() => sync.stop());

/** An update of somebody who typed this in an empty document. */
function typed(text: string): Uint8Array {
	const doc = new Y.Doc();
	type(doc, text);
	return Y.encodeStateAsUpdate(doc);
}

function message(step: number, bytes: Uint8Array) {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.sync);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
}

test.each([
	['an update', 2],
	['an answer to a question that was never put', 1],
])('who may only read changes nothing by %s', async (_, step) => {
	const anna = await sync.joined('anna');
	const lena = await sync.socket('lena').opened();
	lena.ws.send(message(step, typed('kwaad')));
	await until(() => expect(lena.of(MESSAGE.limit)).toHaveLength(1));
	type(anna.doc, 'goed');
	const again = await sync.joined('lena');
	await until(() => expect(textOf(again.doc)).toBe('goed'));
	expect(textOf(anna.doc)).toBe('goed');
});

test('who keeps on writing without the right to has to go', async () => {
	const lena = await sync.socket('lena').opened();
	for (let i = 0; i < 21; i++) lena.ws.send(message(2, typed('kwaad')));
	await lena.closedWith(CLOSE.forbidden);
});

test('a proposal is stored; anything else of who may only propose is not', async () => {
	const anna = await sync.joined('anna');
	const vera = await sync.joined('vera');
	type(anna.doc, 'tekst');
	await until(() => expect(textOf(vera.doc)).toBe('tekst'));
	type(vera.doc, '[voorstel]');
	await until(() => expect(textOf(anna.doc)).toBe('tekst[voorstel]'));
	let code = 0;
	vera.provider.on('closed', (event: { code: number }) => (code = event.code));
	type(vera.doc, 'meer');
	await until(() => expect(code).toBe(CLOSE.overtaken));
	type(anna.doc, '!');
	const lena = await sync.joined('lena');
	await until(() => expect(textOf(lena.doc)).toBe('tekst[voorstel]!'));
});

test('a right that ends while one waits to come in lets nobody in', async () => {
	const anna = await sync.joined('anna');
	anna.provider.awareness.setLocalStateField('waar', 'hier');
	sync.rights.get = (who) => {
		const right = Map.prototype.get.call(sync.rights, who) as 'lezen' | undefined;
		if (sync.rights.delete('lena')) recheckRights();
		return right;
	};
	const lena = sync.socket('lena');
	await lena.closedWith(CLOSE.forbidden);
	expect(lena.messages).toEqual([]);
});

test('a right that is gone ends the connection, and one that shrinks says so', async () => {
	const anna = await sync.socket('anna').opened();
	const lena = await sync.socket('lena').opened();
	sync.rights.set('anna', 'lezen');
	sync.rights.delete('lena');
	recheckRights();
	await lena.closedWith(CLOSE.forbidden);
	await until(() => expect(anna.of(MESSAGE.welkom)).toHaveLength(2));
	expect(anna.of(MESSAGE.welkom)[1]!.toString()).toContain('lezen');
});

test('who logged out is put out', async () => {
	const anna = await sync.socket('anna').opened();
	sync.gone.add('anna');
	recheckRights();
	await anna.closedWith(CLOSE.loggedOut);
});

test('what another process wrote may be about a right', async () => {
	// of a database in memory there is no other process
	forget('db');
	migrateDatabase(db());
	const lena = await sync.socket('lena').opened();
	sync.rights.delete('lena');
	lookForChanges();
	const other = openDatabase(databasePath(config().dataDir)).$client;
	other.exec("insert into document_damage values ('tekst/x', 'proef', 0)");
	other.close();
	await lena.closedWith(CLOSE.forbidden);
});

test('one session is asked once for all that is open in it, and all of it ends with it', async () => {
	const lines = [await sync.socket('anna').opened(), await sync.socket('anna').opened()];
	const lena = await sync.socket('lena').opened();
	recheckRights();
	await until(() => expect(sync.asked.renewed).toContain('lena'));
	expect(sync.asked.renewed.toSorted()).toEqual(['anna', 'lena']);
	sync.gone.add('anna');
	recheckRights();
	for (const line of lines) await line.closedWith(CLOSE.loggedOut);
	expect(lena.code).toBeUndefined();
});

test('who wrote gives a sign of life once a minute, in however many tabs', async () => {
	const tabs = [await sync.joined('anna'), await sync.joined('anna')];
	const lena = await sync.joined('lena');
	for (const { doc } of tabs) type(doc, 'x');
	await until(() => expect(textOf(lena.doc)).toBe('xx'));
	sync.asked.identified.length = 0;
	const inAMinute = performance.now() + 60_001;
	vi.spyOn(performance, 'now').mockReturnValue(inAMinute);
	lookForChanges();
	vi.restoreAllMocks();
	await until(() => expect(sync.asked.renewed).toContain('lena'));
	expect(sync.asked.identified).toEqual(['anna']);
});

test('nothing is written by a right from before, not even what was on its way', async () => {
	const anna = await sync.joined('anna');
	const bram = await sync.joined('lena');
	type(anna.doc, 'eerst');
	await until(() => expect(textOf(bram.doc)).toBe('eerst'));
	type(anna.doc, ', te laat');
	sync.rights.set('anna', 'lezen');
	recheckRights();
	const lena = await sync.joined('lena', { name: NAME });
	sync.rights.set('anna', 'schrijven');
	expect(textOf(lena.doc)).toBe('eerst');
});
