import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '#server/db/db.ts';
import { CLOSE } from './codes.ts';
import { closeDocument } from './cut.ts';
import { readDocument } from './edit.ts';
import { DocumentDamaged } from './load.ts';
import { openRoom } from './rooms.ts';
import { rows } from './rows.ts';
import { NAME, OTHER, TestSync, textOf, type, until } from './test-sync.ts';

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	sync.rights.set('anna', 'schrijven');
	await sync.start();
});
afterEach(() => sync.stop());

const MIDDLE = 'delete from document_update where seq = (select min(seq) from document_update) + 1';

/** A log with something gone from the middle; no snapshot was made yet. */
async function holeInLog() {
	const anna = await sync.joined('anna');
	for (const word of ['een', ' twee', ' drie']) {
		type(anna.doc, word);
		const text = textOf(anna.doc);
		await until(() => expect(readDocument(NAME, textOf)).toBe(text));
	}
	await sync.stop();
	const { $client } = db();
	$client.exec('delete from document_snapshot');
	expect($client.prepare('select count(*) from document_update').pluck().get()).toBe(3);
	$client.exec(MIDDLE);
	await sync.restart();
}

test('a log with a hole in it stays closed, however often it is tried', async () => {
	await holeInLog();
	for (let n = 0; n < 3; n++) {
		await sync.socket('anna').closedWith(CLOSE.damaged);
		expect(() => readDocument(NAME, textOf)).toThrow(DocumentDamaged);
	}
});

test('to end what cannot be read ends nothing else, and it is named', async () => {
	await holeInLog();
	openRoom(NAME);
	closeDocument(NAME);
	await until(() => expect(rows().damaged.all()).toMatchObject([{ name: NAME }]));
});

test('what a page could not read is named too', async () => {
	await holeInLog();
	expect(() => readDocument(NAME, textOf)).toThrow(DocumentDamaged);
	expect(rows().damaged.all()).toMatchObject([{ name: NAME }]);
});

test('one that breaks while somebody waits to hear what is on disk ends for them alone', async () => {
	const anna = await sync.socket('anna').opened();
	const typist = await sync.joined('anna');
	for (const word of ['een', ' twee', ' drie']) {
		type(typist.doc, word);
		await until(() => expect(readDocument(NAME, textOf)).toBe(textOf(typist.doc)));
	}
	db().$client.exec(MIDDLE);
	openRoom(NAME).forget();
	await anna.closedWith(CLOSE.damaged);
	await sync.joined('anna', { name: OTHER });
});
