import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SysteemActor } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { CLOSE } from './codes.ts';
import { editDocument, projectNow, readDocument } from './edit.ts';
import { MESSAGE } from './frames.ts';
import { notifyDocument } from './notify.ts';
import { purgeHistory } from './purge.ts';
import { recheckRights } from './cut.ts';
import { epochOf, raiseAllEpochs } from './store.ts';
import { NAME, TestSync, textOf, type, until } from './test-sync.ts';

const SYSTEEM: SysteemActor = { soort: 'systeem', werkplaatsId: 'w' };

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	for (const who of ['anna', 'bram']) sync.rights.set(who, 'schrijven');
	await sync.start();
});
afterEach(() => sync.stop());

const write = (text: string) => editDocument(SYSTEEM, NAME, (doc) => type(doc, text));
const stored = () => readDocument(NAME, textOf);

test('what a page writes is shown to who has it open, and stored', async () => {
	const anna = await sync.joined('anna');
	type(anna.doc, 'van Anna');
	const bram = await sync.joined('bram');
	await until(() => expect(textOf(bram.doc)).toBe('van Anna'));
	db().transaction(() => write(', van de pagina'));
	await until(() => expect(textOf(anna.doc)).toBe('van Anna, van de pagina'));
	expect(textOf(bram.doc)).toBe('van Anna, van de pagina');
	await sync.stop();
	await sync.restart();
	expect(stored()).toBe('van Anna, van de pagina');
});

test('a document that nobody has open can be written and read', () => {
	expect(stored()).toBe('');
	write('eerste');
	expect(stored()).toBe('eerste');
});

test('of what was rolled back nobody hears, and it is read nowhere', async () => {
	const anna = await sync.joined('anna');
	write('blijft');
	await until(() => expect(textOf(anna.doc)).toBe('blijft'));
	expect(() =>
		db().transaction(() => {
			write(', verdwijnt');
			expect(stored()).toBe('blijft, verdwijnt');
			throw new Error('toch niet');
		}),
	).toThrow('toch niet');
	expect(stored()).toBe('blijft');
	type(anna.doc, '!');
	const bram = await sync.joined('bram');
	await until(() => expect(textOf(bram.doc)).toBe('blijft!'));
	expect(textOf(anna.doc)).toBe('blijft!');
});

test('over a line that is full comes all that was written, the last of it too', async () => {
	const anna = await sync.joined('anna');
	db().transaction(() => {
		write('x'.repeat(6_000_000));
		write('het eind');
	});
	await until(() => expect(textOf(anna.doc)).toHaveLength(6_000_008));
	// kept as one piece, with what came after it
	await sync.joined('bram');
	write(', en nog iets');
	const late = await sync.joined('anna', { doc: new Y.Doc() });
	await until(() => expect(textOf(late.doc).slice(6_000_000)).toBe('het eind, en nog iets'));
});

test('an inner part that is rolled back does not take the rest with it', async () => {
	const anna = await sync.joined('anna');
	db().transaction((tx) => {
		write('een');
		expect(() =>
			tx.transaction(() => {
				write(', twee');
				throw new Error('terug');
			}),
		).toThrow();
		write(', drie');
	});
	await until(() => expect(textOf(anna.doc)).toBe('een, drie'));
	expect(stored()).toBe('een, drie');
});

test('an edit that fails halfway leaves nothing behind', () => {
	write('heel');
	expect(() =>
		editDocument(SYSTEEM, NAME, (doc) => {
			type(doc, ' half');
			throw new Error('stuk');
		}),
	).toThrow('stuk');
	expect(stored()).toBe('heel');
});

test('news beside the document reaches who has it open', async () => {
	const anna = await sync.socket('anna').opened();
	db().transaction(() => notifyDocument(NAME, 'opmerkingen'));
	await until(() => expect(anna.of(MESSAGE.nieuws)).toHaveLength(1));
	expect(anna.of(MESSAGE.nieuws)[0]!.toString()).toContain('opmerkingen');
});

test('without its history a document says the same, and nothing of before can come back', async () => {
	const anna = await sync.joined('anna');
	type(anna.doc, 'geheim');
	const bram = await sync.joined('bram');
	await until(() => expect(textOf(bram.doc)).toBe('geheim'));
	bram.doc.getXmlFragment('tekst').delete(0, 1);
	type(bram.doc, 'open');
	await until(() => expect(textOf(anna.doc)).toBe('open'));
	let code = 0;
	anna.provider.on('closed', (event: { code: number }) => (code = event.code));
	purgeHistory(NAME);
	await until(() => expect(code).toBe(CLOSE.epoch));
	const rows = db().$client.prepare('select data from document_update').all() as { data: Buffer }[];
	expect(rows.some(({ data }) => data.includes('geheim'))).toBe(false);
	expect(stored()).toBe('open');
	await sync.socket('anna', { query: '?epoch=1' }).closedWith(CLOSE.epoch);
	const again = await sync.socket('anna', { query: '?epoch=2' }).opened();
	await until(() => expect(again.of(MESSAGE.welkom)).toHaveLength(1));
});

test('what a page took away a moment before that is in the rows too', () => {
	write('geheim');
	projectNow([NAME]);
	expect(sync.projected.at(-1)?.text).toBe('geheim');
	db().transaction(() =>
		editDocument(SYSTEEM, NAME, (doc) => doc.getXmlFragment('tekst').delete(0, 1)),
	);
	purgeHistory(NAME);
	expect(sync.projected.at(-1)?.text).toBe('');
});

test('after a backup was put back a copy of between is void, whatever its epoch is', async () => {
	const anna = await sync.joined('anna');
	type(anna.doc, 'oud');
	await until(() => expect(stored()).toBe('oud'));
	raiseAllEpochs();
	const epoch = epochOf(NAME);
	raiseAllEpochs();
	await sync.restart();
	await sync.socket('anna', { query: '?epoch=1' }).closedWith(CLOSE.epoch);
	await sync.socket('anna', { query: `?epoch=${epoch}` }).closedWith(CLOSE.epoch);
	await sync.socket('anna', { query: `?epoch=${epochOf(NAME)}` }).opened();
});

test('while rights are asked again a form can change them once more', async () => {
	const anna = await sync.socket('anna').opened();
	for (const right of ['lezen', 'schrijven', 'lezen'] as const) {
		sync.rights.set('anna', right);
		recheckRights();
	}
	await until(() => expect(anna.of(MESSAGE.welkom).at(-1)!.toString()).toContain('lezen'));
});
