import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDb } from '#server/db/test-db.ts';
import { notifyDocument } from '../server/notify.ts';
import { sync } from '../server/rooms.ts';
import { Followed, waitAgain } from './follow.svelte.ts';
import { Place, until, type Tab } from './test-place.ts';
import type { Wakeup } from './wakeup.ts';

const place = new Place();
const NAME = `proef/${'a'.repeat(20)}`;

/** Who looks at rows that the test changes. */
let rows = 1;
let asked = 0;
let isBroken = false;
let line: Wakeup;
let leave: (() => void)[] = [];
let tabs: Tab[] = [];

function look(persoonId = 'sanne') {
	const around = () => ({
		origin: place.origin,
		socket: place.socketOf(persoonId),
		watchLine: (wakeup: Wakeup) => {
			line = wakeup;
			return () => {};
		},
		fetch: async () => {
			asked++;
			return isBroken ? new Response(null, { status: 503 }) : Response.json({ rows });
		},
	});
	const options = { url: '/stand', kind: 'proef', id: 'a'.repeat(20), topics: ['agenda'] };
	const followed = new Followed({ ...options, initial: { rows: 0 } }, around);
	return followed;
}
function listen(followed = look()) {
	leave.push(followed.follow());
	return followed;
}
const listeners = () => sync().rooms.get(NAME)?.connections.size ?? 0;

beforeAll(() => place.up());
afterAll(() => place.down());
beforeEach(() => {
	freshDb();
	place.rights.clear();
	rows = 1;
	asked = 0;
	isBroken = false;
});
afterEach(() => {
	for (const stop of leave) stop();
	for (const { live } of tabs) live.destroy();
	leave = [];
	tabs = [];
	place.forget();
});

test('what changed is asked for when the server says so, and nothing else is', async () => {
	const followed = listen();
	await until(() => expect(followed.current).toEqual({ rows: 1 }));
	rows = 2;
	notifyDocument(NAME, 'versies');
	notifyDocument(NAME, 'agenda');
	await until(() => expect(followed.current).toEqual({ rows: 2 }));
	expect(asked).toBe(2);
});

test('what changed after the page was made and before there was a line is asked for too', async () => {
	rows = 5;
	const followed = listen();
	expect(followed.current).toEqual({ rows: 0 });
	await until(() => expect(followed.current).toEqual({ rows: 5 }));
	expect(followed.online).toBe(true);
});

test('who listens is not seen by who writes, and stays when the text grows', async () => {
	listen();
	const tab = place.open('tygo');
	tabs.push(tab);
	await until(() => expect(tab.live.loaded).toBe(true));
	expect(listeners()).toBe(2);
	tab.live.setPlek('boven');
	await until(() => expect(tab.live.online).toBe(true));
	expect(tab.live.aanwezigen).toEqual([]);
	expect(listeners()).toBe(2);
});

test('thirty changes at once are asked for twice at most', async () => {
	const followed = listen();
	await until(() => expect(followed.current).toEqual({ rows: 1 }));
	asked = 0;
	for (rows = 1; rows < 30; rows++) notifyDocument(NAME, 'agenda');
	await until(() => expect(followed.current).toEqual({ rows: 30 }));
	expect(asked).toBeLessThanOrEqual(2);
});

test('who was away asks again when the line is back', async () => {
	const followed = listen();
	await until(() => expect(followed.current).toEqual({ rows: 1 }));
	line.lost();
	expect(followed.online).toBe(false);
	rows = 7;
	line.wake(false);
	await until(() => expect(followed.current).toEqual({ rows: 7 }));
	expect(followed.online).toBe(true);
});

test('who may not read the document hears nothing', async () => {
	place.rights.set('gast', undefined);
	const followed = listen(look('gast'));
	const tab = place.open('gast');
	tabs.push(tab);
	await until(() => expect(tab.live.ended).toBe(4404));
	expect(listeners()).toBe(0);
	expect([asked, followed.current]).toEqual([0, { rows: 0 }]);
});

test('a document that is open on the page already brings the news itself', async () => {
	const tab = place.open('sanne');
	tabs.push(tab);
	await until(() => expect(tab.live.online).toBe(true));
	const followed = look();
	leave.push(followed.follow(tab.live));
	expect(listeners()).toBe(1);
	await until(() => expect(followed.current).toEqual({ rows: 1 }));
	rows = 2;
	notifyDocument(NAME, 'agenda');
	await until(() => expect(followed.current).toEqual({ rows: 2 }));
});

test('a question that gets no answer is asked again', async () => {
	isBroken = true;
	const followed = listen();
	await until(() => expect(asked).toBe(1));
	isBroken = false;
	await until(() => expect(followed.current).toEqual({ rows: 1 }));
});

test('who gets no answer for long asks less and less, and never stops', () => {
	expect([0, 1, 2, 3, 4, 2000].map(waitAgain)).toEqual([2000, 4000, 8000, 16_000, 20_000, 20_000]);
});

test('a line that is still being made is not one that was lost', () => {
	const followed = look();
	const heard = (online: boolean) => followed.follow({ online, on: () => () => {} })();
	heard(false);
	expect(followed.online).toBe(true);
	heard(true);
	heard(false);
	expect(followed.online).toBe(false);
});
