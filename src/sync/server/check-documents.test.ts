import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { db, openDatabase } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { checkDocuments, checkOwnDocuments } from './check-documents.ts';
import { compact } from './compact.ts';
import { rows } from './rows.ts';
import { commit, setProjected } from './store.ts';

beforeEach(() => void freshDb());

async function write(name: string, times = 1) {
	const doc = new Y.Doc();
	for (let i = 0; i < times; i++) {
		doc.getText('tekst').insert(0, 'woord');
		const [seq = 0] = commit([{ name, data: Y.encodeStateAsUpdate(doc), persoonId: null }]);
		setProjected(name, seq);
		await compact(name);
	}
}
const breakSnapshots = (where: string) =>
	db().$client.prepare(`update document_snapshot set state = x'00' where ${where}`).run();

test('names what cannot be read, and leaves the others be', async () => {
	await write('verslag/goed');
	await write('verslag/ouder', 2);
	await write('verslag/stuk', 3);
	breakSnapshots(
		`name = 'verslag/ouder' and seq = (select max(seq) from document_snapshot where name = 'verslag/ouder')`,
	);
	breakSnapshots(`name = 'verslag/stuk'`);
	expect(await checkDocuments(db().$client)).toEqual([
		{ name: 'verslag/goed', state: 'good' },
		{ name: 'verslag/ouder', state: 'older' },
		{ name: 'verslag/stuk', state: 'damaged', reason: 'snapshot' },
	]);
	expect(rows().damaged.all()).toEqual([]);
	// what was mended since is not named any more
	rows().damage.run('verslag/goed', 'update', 0);
	await checkOwnDocuments();
	expect(rows().damaged.all()).toEqual([{ name: 'verslag/stuk', reason: 'snapshot' }]);
});

test('a database from before there were live documents has none', async () => {
	const older = openDatabase(join(mkdtempSync(join(tmpdir(), 'samenspel-ouder-')), 'data.db'));
	expect(await checkDocuments(older.$client)).toEqual([]);
	older.$client.close();
});
