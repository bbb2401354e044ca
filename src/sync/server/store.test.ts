import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { contentHash } from './canonical.ts';
import { compact } from './compact.ts';
import { build, clientsOf, DocumentDamaged, load } from './load.ts';
import { Claims } from './claims.ts';
import { commit, epochOf, raiseAllEpochs, raiseEpoch, setProjected } from './store.ts';

const NAME = 'verslag/aaaaaaaaaaaaaaaaaaaa';
const OTHER = 'verslag/bbbbbbbbbbbbbbbbbbbb';
beforeEach(() => void freshDb());

/** Types letters into a document and puts each on the disk; returns the document. */
function type(letters: number, { name = NAME, doc = new Y.Doc() } = {}) {
	const text = doc.getXmlFragment('tekst');
	if (text.length === 0) doc.transact(() => text.insert(0, [new Y.XmlText()]));
	const updates: Uint8Array[] =
		text.length === 1 && !load(name).seq ? [Y.encodeStateAsUpdate(doc)] : [];
	const listen = (update: Uint8Array) => updates.push(update);
	doc.on('update', listen);
	for (let at = 0; at < letters; at++) (text.get(0) as Y.XmlText).insert(0, String(at % 10));
	doc.off('update', listen);
	const seqs = commit(updates.map((data) => ({ name, data, persoonId: 'p1' })));
	setProjected(name, seqs.at(-1) ?? 0);
	return doc;
}

const stateOf = (name = NAME) => contentHash(build(load(name)));
const count = (table: string) =>
	(db().$client.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;
/** Flips a byte in the middle of what is stored. */
function damage(table: string, column: string, where = '1') {
	const rows = db()
		.$client.prepare(`select rowid as id, ${column} as data from ${table} where ${where}`)
		.all() as { id: number; data: Buffer }[];
	for (const { id, data } of rows) {
		data[data.length >> 1]! ^= 0x55;
		db().$client.prepare(`update ${table} set ${column} = ? where rowid = ?`).run(data, id);
	}
}

describe('the log', () => {
	test('a document that was never written is empty, and reading it writes nothing', () => {
		expect(load(NAME)).toMatchObject({ epoch: 1, seq: 0, baseSeq: 0, tail: [], state: undefined });
		expect(count('document')).toBe(0);
	});

	test('what was committed is loaded, of every document its own', () => {
		const doc = type(20);
		const other = type(5, { name: OTHER });
		expect(stateOf()).toBe(contentHash(doc));
		expect(stateOf(OTHER)).toBe(contentHash(other));
		expect(stateOf()).not.toBe(stateOf(OTHER));
	});

	test('a batch is there whole, or not at all', () => {
		const data = new Uint8Array([0, 0]);
		const batch = [
			{ name: NAME, data, persoonId: 'p1' },
			{ name: OTHER, data: null as never, persoonId: 'p1' },
		];
		expect(() => commit(batch)).toThrow();
		expect([count('document'), count('document_update')]).toEqual([0, 0]);
	});

	test('inside a transaction it goes back with it', () => {
		const roll = () =>
			db().transaction(() => {
				commit([{ name: NAME, data: new Uint8Array([0, 0]), persoonId: null, clients: [4] }]);
				throw new Error('toch niet');
			});
		expect(roll).toThrow('toch niet');
		expect([count('document_update'), count('document_client')]).toEqual([0, 0]);
	});
});

describe('compaction', () => {
	test('the document stays the same, with and without what came after', async () => {
		const doc = type(600);
		expect(await compact(NAME)).toBe('done');
		expect(load(NAME).tail).toEqual([]);
		expect(stateOf()).toBe(contentHash(doc));
		type(7, { doc });
		expect(load(NAME).tail).toHaveLength(7);
		expect(stateOf()).toBe(contentHash(doc));
	});

	test('the snapshot before the last is kept with the log since then, and no more', async () => {
		const doc = type(100);
		for (let round = 0; round < 4; round++) {
			await compact(NAME);
			type(10, { doc });
		}
		expect(count('document_snapshot')).toBe(2);
		expect(count('document_update')).toBe(20);
		expect(stateOf()).toBe(contentHash(doc));
	});

	test('what was not projected yet is kept', async () => {
		const doc = type(10);
		await compact(NAME);
		db().$client.prepare('update document set projected_seq = 3').run();
		type(0, { doc });
		commit([{ name: NAME, data: Y.encodeStateAsUpdate(doc), persoonId: 'p1' }]);
		await compact(NAME);
		expect(count('document_update')).toBe(12 - 3);
	});

	test('it says so when there is nothing to do', async () => {
		type(3);
		expect(await compact(NAME)).toBe('done');
		expect(await compact(NAME)).toBe('nothing');
		expect(await compact(OTHER)).toBe('nothing');
	});

	test('a document that was purged meanwhile is not put back', async () => {
		type(3);
		const running = compact(NAME);
		raiseEpoch(NAME);
		expect(await running).toBe('overtaken');
		expect(count('document_snapshot')).toBe(0);
	});
});

describe('when a disk lies', () => {
	async function twoSnapshots() {
		const doc = type(50);
		await compact(NAME);
		type(20, { doc });
		await compact(NAME);
		type(5, { doc });
		return doc;
	}
	const newest = '(name, seq) in (select name, max(seq) from document_snapshot)';

	test('without the newest snapshot nothing is lost', async () => {
		const doc = await twoSnapshots();
		damage('document_snapshot', 'state', newest);
		expect(stateOf()).toBe(contentHash(doc));
	});

	test('and the next compaction makes it whole again', async () => {
		const doc = await twoSnapshots();
		damage('document_snapshot', 'state', newest);
		expect(await compact(NAME)).toBe('done');
		expect(load(NAME).tail).toEqual([]);
		expect(stateOf()).toBe(contentHash(doc));
	});

	test('the first snapshot of all: the log says it all', async () => {
		const doc = type(30);
		await compact(NAME);
		damage('document_snapshot', 'state');
		expect(stateOf()).toBe(contentHash(doc));
	});

	test('a long log gives way to a second copy, which holds the same', async () => {
		const doc = await twoSnapshots();
		doc.getXmlFragment('tekst').insert(1, [new Y.XmlText('lang '.repeat(20_000))]);
		commit([{ name: NAME, data: Y.encodeStateAsUpdate(doc), persoonId: 'p1' }]);
		setProjected(NAME, load(NAME).seq);
		await compact(NAME);
		expect([count('document_snapshot'), count('document_update')]).toEqual([2, 0]);
		damage('document_snapshot', 'state', 'copy = 0');
		expect(stateOf()).toBe(contentHash(doc));
		damage('document_snapshot', 'state', 'copy = 1');
		expect(() => load(NAME)).toThrow(DocumentDamaged);
	});

	test('of the two copies one stays as the snapshot before the last, the one that could be read', async () => {
		const doc = await twoSnapshots();
		doc.getXmlFragment('tekst').insert(1, [new Y.XmlText('lang '.repeat(20_000))]);
		commit([{ name: NAME, data: Y.encodeStateAsUpdate(doc), persoonId: 'p1' }]);
		setProjected(NAME, load(NAME).seq);
		await compact(NAME);
		damage('document_snapshot', 'state', 'copy = 0');
		type(10, { doc });
		await compact(NAME);
		expect(count('document_snapshot')).toBe(2);
		damage('document_snapshot', 'state', newest);
		expect(stateOf()).toBe(contentHash(doc));
	});

	test('both snapshots: it is said, not guessed, and the rows stay as they are', async () => {
		await twoSnapshots();
		damage('document_snapshot', 'state');
		const before = [count('document_snapshot'), count('document_update')];
		expect(() => load(NAME)).toThrow(DocumentDamaged);
		await expect(compact(NAME)).rejects.toThrow(DocumentDamaged);
		expect([count('document_snapshot'), count('document_update')]).toEqual(before);
	});

	test('a snapshot alone that is damaged is never an empty document', async () => {
		type(30);
		await compact(NAME);
		db().$client.prepare('delete from document_update').run();
		damage('document_snapshot', 'state');
		expect(() => load(NAME)).toThrow(DocumentDamaged);
	});

	test('an update that is gone from the middle of the log', () => {
		type(30);
		db().$client.prepare('delete from document_update where seq = 10').run();
		expect(() => build(load(NAME))).toThrow(DocumentDamaged);
	});
});

test('an epoch goes up for one document, or for all', () => {
	type(1);
	type(1, { name: OTHER });
	expect(raiseEpoch(NAME)).toBe(2);
	expect([epochOf(NAME), epochOf(OTHER)]).toEqual([2, 1]);
	expect(raiseAllEpochs()).toBe(2);
	const all = epochOf(NAME);
	expect(all).toBeGreaterThan(1_700_000_000);
	expect(epochOf(OTHER)).toBe(all);
	expect(raiseEpoch(NAME)).toBe(all + 1);
});

test('a client id belongs to who used it first, also after a restart', () => {
	const claims = new Claims(NAME);
	expect(claims.allows(5, 'p1')).toBe(true);
	const clients = claims.claim([5], 'p1');
	commit([{ name: NAME, data: new Uint8Array([0, 0]), persoonId: 'p1', clients }]);
	expect([claims.allows(5, 'p1'), claims.allows(5, 'p2')]).toEqual([true, false]);
	expect(claims.claim([5], 'p1')).toEqual([]);
	const again = new Claims(NAME);
	expect([again.allows(5, 'p1'), again.allows(5, 'p2')]).toEqual([true, false]);
	expect(clientsOf(NAME)).toEqual(new Map([[5, 'p1']]));
	claims.release(claims.claim([6], 'p1'));
	expect(claims.allows(6, 'p2')).toBe(true);
});

test('content is the same whatever the order it came in', () => {
	const [a, b] = [new Y.Doc(), new Y.Doc()];
	a.getMap('m').set('x', 1);
	a.getMap('m').set('y', 2);
	b.getMap('m').set('y', 2);
	b.getMap('m').set('x', 1);
	b.getText('nooit');
	expect(contentHash(a)).toBe(contentHash(b));
	b.getMap('m').set('x', 3);
	expect(contentHash(a)).not.toBe(contentHash(b));
});

test('the document in memory is what is in the log: the server tidies no formatting by itself', () => {
	const base = Y.encodeStateAsUpdate(type(3));
	const live = build(load(NAME));
	// two people do the same at the same time: Yjs wants to take away what is one too many
	const updates = [1, 2].map(() => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, base);
		const before = Y.encodeStateVector(doc);
		(doc.getXmlFragment('tekst').get(0) as Y.XmlText).format(0, 3, { bold: {} });
		return Y.encodeStateAsUpdate(doc, before);
	});
	for (const update of updates) Y.applyUpdate(live, update);
	commit(updates.map((data) => ({ name: NAME, data, persoonId: 'p1' })));
	expect(Y.encodeStateAsUpdate(live)).toEqual(Y.encodeStateAsUpdate(build(load(NAME))));
});
