import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { recheckRights } from '../server/cut.ts';
import { document, documentUpdate } from '../server/tables.server.ts';
import { copyKey, hasUnsent, openDevice, PART, readParts } from './device.ts';
import { Place, until, type Tab } from './test-place.ts';

/** Tabs of one browser, that keeps what is written. */
const place = new Place();
let tabs: Tab[] = [];
const open = (persoonId = 'sanne'): Tab => {
	const tab = place.open(persoonId, { keepsOffline: true });
	tabs.push(tab);
	return tab;
};

const onDevice = (tab: Tab) => until(() => expect(tab.live.save).toBe('op-dit-apparaat'));
const loaded = (tab: Tab) => until(() => expect(tab.live.loaded).toBe(true));
const KEY = copyKey('sanne', `proef/${'a'.repeat(20)}`);
const unsent = () => hasUnsent(KEY);

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
	await before.saved();
	before.begin('Zes brieven');
	await before.saved();
	close(before);
	await noLine();
	const tab = open();
	await loaded(tab);
	expect([tab.read(), tab.live.save, tab.live.hasUnsent]).toEqual([
		['Zes brieven'],
		'opgeslagen',
		false,
	]);
	await line();
	await tab.saved();
	expect(tab.told).toContain('');
});

test('what was typed without a line outlives its tab, and is on the server once', async () => {
	const before = open();
	await before.saved();
	await noLine();
	const text = before.begin('Zes brieven');
	await onDevice(before);
	text.insert(text.length, ' in drie maanden');
	text.delete(0, 4);
	await onDevice(before);
	close(before);
	const tab = open();
	await onDevice(tab);
	expect([tab.read(), await unsent()]).toEqual([['brieven in drie maanden'], true]);
	await line();
	await tab.saved();
	const other = open('tygo');
	await until(() => expect(other.read()).toEqual(['brieven in drie maanden']));
	await vi.waitFor(async () => expect(await unsent()).toBe(false));
});

test('what another tab kept without a line goes along, also when that one is closed', async () => {
	const [one, two] = [open(), open()];
	await Promise.all([one.saved(), two.saved()]);
	await noLine();
	for (const tab of [one, two]) tab.line.lost();
	one.begin('van de ene');
	await onDevice(one);
	close(one);
	await until(() => expect(two.live.notice?.about).toBe('lijn'));
	await line();
	two.live.retry();
	await two.saved();
	const other = open('tygo');
	await until(() => expect(other.read()).toEqual(['van de ene']));
	expect(two.read()).toEqual(['van de ene']);
});

test('of much that is typed, the pieces are put together and nothing is missing', async () => {
	const before = open();
	await before.saved();
	await noLine();
	const text = before.begin('');
	for (let n = 0; n < 310; n++) {
		text.insert(text.length, `${n} `);
		// each is a piece of its own
		while (before.live.save !== 'op-dit-apparaat') await turn();
	}
	const whole = before.read();
	const device = await openDevice();
	const { parts } = await readParts(device.transaction(PART), KEY);
	expect(parts.length).toBeLessThan(100);
	device.close();
	close(before);
	const tab = open();
	await onDevice(tab);
	expect(tab.read()).toEqual(whole);
	await line();
	await tab.saved();
});

test('a copy of before a rebuild goes by itself, and nothing of it comes back', async () => {
	const before = open();
	await before.saved();
	before.begin('geheim');
	await before.saved();
	close(before);
	rebuild();
	const tab = open();
	await until(() => expect(tab.reloads).toBe(1));
	expect([tab.live.ended, tab.live.save]).toEqual([4409, 'opgeslagen']);
	const after = open();
	await after.saved();
	expect(after.read()).toEqual([]);
});

test('who comes late to a rebuild leaves the copy of who came before alone', async () => {
	const [early, late] = [open(), open()];
	await Promise.all([early.saved(), late.saved()]);
	early.begin('geheim');
	await Promise.all([early.saved(), until(() => expect(late.read()).toEqual(['geheim']))]);
	late.line.lost();
	rebuild();
	early.line.lost();
	early.live.retry();
	await until(() => expect(early.reloads).toBe(1));
	close(early);
	const after = open();
	await after.saved();
	after.begin('nieuw');
	await after.saved();
	late.live.retry();
	await until(() => expect(late.live.ended).toBe(4409));
	await noLine();
	after.begin('ook nieuw');
	await onDevice(after);
	close(after);
	const again = open();
	await onDevice(again);
	expect(again.read()).toEqual(['nieuw', 'ook nieuw']);
});

test('a right that is gone takes the copy along, and leaves that of somebody else', async () => {
	const [sanne, tygo] = [open(), open('tygo')];
	await Promise.all([sanne.saved(), tygo.saved()]);
	sanne.begin('van het team');
	await Promise.all([sanne.saved(), until(() => expect(tygo.read()).toEqual(['van het team']))]);
	place.rights.set('sanne', undefined);
	recheckRights();
	await until(() => expect(sanne.live.ended).toBe(4403));
	await until(() => expect(sanne.live.save).toBe('opgeslagen'));
	for (const tab of [sanne, tygo]) close(tab);
	await noLine();
	const [again, other] = [open(), open('tygo')];
	await loaded(other);
	expect(other.read()).toEqual(['van het team']);
	await until(() => expect(again.live.notice?.about).toBe('lijn'));
	expect([again.live.loaded, again.read()]).toEqual([false, []]);
});

test('a right that is gone takes along what an earlier visit kept and this one could not read', async () => {
	const before = open();
	await before.saved();
	before.begin('van het team');
	await before.saved();
	close(before);
	const device = globalThis.indexedDB;
	const broken = {
		open: () => {
			throw new Error('not now');
		},
	};
	globalThis.indexedDB = broken as unknown as IDBFactory;
	const tab = open();
	await tab.saved();
	globalThis.indexedDB = device;
	place.rights.set('sanne', undefined);
	recheckRights();
	await until(() => expect(tab.live.ended).toBe(4403));
	const kept = async () => {
		const { parts } = await readParts((await openDevice()).transaction(PART), KEY);
		return parts.length;
	};
	await vi.waitFor(async () => expect(await kept()).toBe(0));
});

test('a browser that keeps nothing says so, and writes on', async () => {
	globalThis.indexedDB = {
		open: () => {
			throw new DOMException('private window');
		},
	} as unknown as IDBFactory;
	const tab = open();
	await tab.saved();
	await noLine();
	tab.begin('alleen hier');
	await until(() => expect(tab.live.save).toBe('lukt-niet'));
	expect(tab.isLost()).toBe(true);
	await line();
	await tab.saved();
});
