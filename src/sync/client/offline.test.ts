import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { recheckRights } from '../server/cut.ts';
import { document, documentUpdate } from '../server/tables.server.ts';
import { copyKey, hasUnsent, openDevice, PART, readParts } from './device.ts';
import { Place, type Tab } from './test-place.ts';

/** Tabs of one browser, that keeps what is written. */
const place = new Place();
let tabs: Tab[] = [];
const open = (persoonId = 'sanne'): Tab => {
	const tab = place.open(persoonId, { keepsOffline: true });
	tabs.push(tab);
	return tab;
};
const until = (done: () => void) => vi.waitFor(done, { timeout: 8000, interval: 20 });
const saved = (tab: Tab) =>
	until(() =>
		expect([tab.live.loaded, tab.live.online, tab.live.save]).toEqual([true, true, 'opgeslagen']),
	);
const onDevice = (tab: Tab) => until(() => expect(tab.live.save).toBe('op-dit-apparaat'));
const loaded = (tab: Tab) => until(() => expect(tab.live.loaded).toBe(true));
const KEY = copyKey('sanne', `proef/${'a'.repeat(20)}`);
const unsent = () => hasUnsent(KEY);

/** A paragraph of one's own. */
function begin(tab: Tab, words: string): Y.XmlText {
	const text = new Y.XmlText(words);
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [text]);
	tab.text.push([paragraph]);
	return text;
}
const read = (tab: Tab) =>
	tab.text.toArray().map((element) => (element as Y.XmlElement).toArray().join(''));
/** As when somebody closes it. */
const close = (tab: Tab) => tab.live.destroy();

let isDown = false;
async function noLine() {
	isDown = true;
	await place.down();
}
async function line() {
	if (isDown) await place.up();
	isDown = false;
}

/** The history was taken out: what anybody has of before may not come back. */
function rebuild() {
	db().update(document).set({ epoch: 2 }).run();
	db().delete(documentUpdate).run();
	place.forget();
}

beforeAll(() => place.up());
afterAll(() => place.down());
beforeEach(() => {
	freshDb();
	place.rights.clear();
	globalThis.indexedDB = new IDBFactory();
});
afterEach(async () => {
	await line();
	for (const { live } of tabs) live.destroy();
	tabs = [];
	place.forget();
});

test('what was kept is there without a line, and nobody is said to have written it now', async () => {
	const before = open();
	await saved(before);
	begin(before, 'Zes brieven');
	await saved(before);
	close(before);
	await noLine();
	const tab = open();
	await loaded(tab);
	expect([read(tab), tab.live.save, tab.live.hasUnsent]).toEqual([
		['Zes brieven'],
		'opgeslagen',
		false,
	]);
	await line();
	await saved(tab);
	expect(tab.told).toContain('');
});

test('what was typed without a line outlives its tab, and is on the server once', async () => {
	const before = open();
	await saved(before);
	await noLine();
	const text = begin(before, 'Zes brieven');
	await onDevice(before);
	text.insert(text.length, ' in drie maanden');
	text.delete(0, 4);
	await onDevice(before);
	close(before);
	const tab = open();
	await onDevice(tab);
	expect([read(tab), await unsent()]).toEqual([['brieven in drie maanden'], true]);
	await line();
	await saved(tab);
	const other = open('tygo');
	await until(() => expect(read(other)).toEqual(['brieven in drie maanden']));
	await vi.waitFor(async () => expect(await unsent()).toBe(false));
});

test('what another tab kept without a line goes along, also when that one is closed', async () => {
	const [one, two] = [open(), open()];
	await Promise.all([saved(one), saved(two)]);
	await noLine();
	for (const tab of [one, two]) tab.line.lost();
	begin(one, 'van de ene');
	await onDevice(one);
	close(one);
	await until(() => expect(two.live.notice?.about).toBe('lijn'));
	await line();
	two.live.retry();
	await saved(two);
	const other = open('tygo');
	await until(() => expect(read(other)).toEqual(['van de ene']));
	expect(read(two)).toEqual(['van de ene']);
});

test('of much that is typed, the pieces are put together and nothing is missing', async () => {
	const before = open();
	await saved(before);
	await noLine();
	const text = begin(before, '');
	for (let n = 0; n < 310; n++) {
		text.insert(text.length, `${n} `);
		// each is a piece of its own
		while (before.live.save !== 'op-dit-apparaat') await turn();
	}
	const whole = read(before);
	const device = await openDevice();
	const { parts } = await readParts(device.transaction(PART), KEY);
	expect(parts.length).toBeLessThan(100);
	device.close();
	close(before);
	const tab = open();
	await onDevice(tab);
	expect(read(tab)).toEqual(whole);
	await line();
	await saved(tab);
});

test('a copy of before a rebuild goes by itself, and nothing of it comes back', async () => {
	const before = open();
	await saved(before);
	begin(before, 'geheim');
	await saved(before);
	close(before);
	rebuild();
	const tab = open();
	await until(() => expect(tab.reloads).toBe(1));
	expect([tab.live.ended, tab.live.save]).toEqual([4409, 'opgeslagen']);
	const after = open();
	await saved(after);
	expect(read(after)).toEqual([]);
});

test('who comes late to a rebuild leaves the copy of who came before alone', async () => {
	const [early, late] = [open(), open()];
	await Promise.all([saved(early), saved(late)]);
	begin(early, 'geheim');
	await Promise.all([saved(early), until(() => expect(read(late)).toEqual(['geheim']))]);
	late.line.lost();
	rebuild();
	early.line.lost();
	early.live.retry();
	await until(() => expect(early.reloads).toBe(1));
	close(early);
	const after = open();
	await saved(after);
	begin(after, 'nieuw');
	await saved(after);
	late.live.retry();
	await until(() => expect(late.live.ended).toBe(4409));
	await noLine();
	begin(after, 'ook nieuw');
	await onDevice(after);
	close(after);
	const again = open();
	await onDevice(again);
	expect(read(again)).toEqual(['nieuw', 'ook nieuw']);
});

test('a right that is gone takes the copy along, and leaves that of somebody else', async () => {
	const [sanne, tygo] = [open(), open('tygo')];
	await Promise.all([saved(sanne), saved(tygo)]);
	begin(sanne, 'van het team');
	await Promise.all([saved(sanne), until(() => expect(read(tygo)).toEqual(['van het team']))]);
	place.rights.set('sanne', undefined);
	recheckRights();
	await until(() => expect(sanne.live.ended).toBe(4403));
	await until(() => expect(sanne.live.save).toBe('opgeslagen'));
	for (const tab of [sanne, tygo]) close(tab);
	await noLine();
	const [again, other] = [open(), open('tygo')];
	await loaded(other);
	expect(read(other)).toEqual(['van het team']);
	await until(() => expect(again.live.notice?.about).toBe('lijn'));
	expect([again.live.loaded, read(again)]).toEqual([false, []]);
});

test('a browser that keeps nothing says so, and writes on', async () => {
	globalThis.indexedDB = {
		open: () => {
			throw new DOMException('private window');
		},
	} as unknown as IDBFactory;
	const tab = open();
	await saved(tab);
	await noLine();
	begin(tab, 'alleen hier');
	await until(() => expect(tab.live.save).toBe('lukt-niet'));
	expect(tab.isLost()).toBe(true);
	await line();
	await saved(tab);
});
