import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDb } from '#server/db/test-db.ts';
import { notifyDocument } from '../server/notify.ts';
import { sync } from '../server/rooms.ts';
import { LiveReader } from './read.svelte.ts';
import { Place, until, type Tab } from './test-place.ts';
import type { Wakeup } from './wakeup.ts';

const place = new Place();
const DOCUMENT = { kind: 'proef', id: 'a'.repeat(20) };
const NAME = `proef/${'a'.repeat(20)}`;

let readers: LiveReader[] = [];
let tabs: Tab[] = [];
let line: Wakeup;
let gelezen: string;
let keren: number;

function read(persoonId = 'sanne') {
	const around = {
		origin: place.origin,
		socket: place.socketOf(persoonId),
		watchLine: (wakeup: Wakeup) => {
			line = wakeup;
			return () => {};
		},
	};
	const changed = (doc: Y.Doc) => {
		keren++;
		gelezen = doc.getXmlFragment('tekst').toString();
	};
	const reader = new LiveReader({ ...DOCUMENT, changed }, around);
	readers.push(reader);
	return reader;
}

async function schrijver() {
	const tab = place.open('tygo');
	tabs.push(tab);
	await until(() => expect(tab.live.loaded).toBe(true));
	return (woorden: string) => {
		const alinea = new Y.XmlElement('paragraph');
		alinea.insert(0, [new Y.XmlText(woorden)]);
		tab.text.push([alinea]);
	};
}

beforeAll(() => place.up());
afterAll(() => place.down());
beforeEach(() => {
	freshDb();
	place.rights.clear();
	gelezen = '';
	keren = 0;
});
afterEach(() => {
	for (const reader of readers) reader.destroy();
	for (const { live } of tabs) live.destroy();
	readers = [];
	tabs = [];
	place.forget();
});

test('what is there comes at once, and what is written comes along', async () => {
	const schrijf = await schrijver();
	schrijf('een');
	place.rights.set('sanne', 'lezen');
	const reader = read();
	await until(() => expect(gelezen).toContain('een'));
	expect(reader.online).toBe(true);
	schrijf('twee');
	await until(() => expect(gelezen).toMatch(/een.*twee/));
	expect(reader.ended).toBeUndefined();
});

test('after a time without a line it is whole again, and nothing stands there twice', async () => {
	const schrijf = await schrijver();
	schrijf('een');
	const reader = read();
	await until(() => expect(gelezen).toContain('een'));
	line.lost();
	expect(reader.online).toBe(false);
	schrijf('twee');
	line.wake(false);
	await until(() => expect(gelezen).toMatch(/een.*twee/));
	expect(gelezen.match(/een|twee/g)).toEqual(['een', 'twee']);
	expect(reader.online).toBe(true);
});

test('it is told what stands beside the document', async () => {
	const reader = read();
	let verteld = 0;
	const off = reader.on('bord', () => verteld++);
	await until(() => expect(keren).toBeGreaterThan(0));
	notifyDocument(NAME, 'iets anders');
	notifyDocument(NAME, 'bord');
	await until(() => expect(verteld).toBe(1));
	off();
});

test('who may not read it learns nothing, and does not come back', async () => {
	const schrijf = await schrijver();
	schrijf('een');
	place.rights.set('sanne', undefined);
	const reader = read();
	await until(() => expect(reader.ended).toBe(4404));
	expect([keren, reader.online]).toEqual([0, false]);
	expect(sync().rooms.get(NAME)?.connections.size).toBe(1);
});

test('whose right ends meanwhile is told so', async () => {
	const schrijf = await schrijver();
	schrijf('een');
	const reader = read();
	await until(() => expect(gelezen).toContain('een'));
	place.loggedOut.add('sanne');
	sync()
		.rooms.get(NAME)
		?.connections.forEach((one) => one.close(4403));
	await until(() => expect(reader.ended).toBe(4403));
	place.loggedOut.clear();
});
