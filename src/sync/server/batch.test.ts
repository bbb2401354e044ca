import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '#server/db/db.ts';
import { TestSync, textOf, type, until } from './test-sync.ts';

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	for (const who of ['anna', 'bram', 'cor']) sync.rights.set(who, 'schrijven');
	await sync.start();
});
afterEach(() => sync.stop());

const count = () =>
	db().$client.prepare<[], number>('select count(*) from document_update').pluck().get()!;

test('in a room full of people what comes in while others wait goes along with them', async () => {
	const anna = await sync.joined('anna');
	for (let n = 0; n < 26; n++) await sync.joined(n % 2 ? 'bram' : 'cor');
	const reader = await sync.joined('cor');
	const keys = 60;
	const begin = performance.now();
	for (let n = 0; n < keys; n++) {
		type(anna.doc, 'x');
		await wait(3);
	}
	await until(() => expect(textOf(reader.doc)).toBe('x'.repeat(keys)));
	// one row for what somebody wrote in one batch; between two of those lie 24 ms
	const batches = (performance.now() - begin) / 23 + 2;
	expect(count()).toBeLessThanOrEqual(batches);
});

test('what comes in faster than hundreds a second is stored in larger pieces, and all of it', async () => {
	await sync.stop();
	await sync.start({ LIMIT_SYNC_MESSAGES: '5000' });
	const anna = await sync.joined('anna');
	const reader = await sync.joined('cor');
	let typed = 0;
	/** Rows of so many updates, so many milliseconds apart. */
	const rowsOf = async (keys: number, pause: number) => {
		const before = count();
		for (let n = 0; n < keys; n++) {
			type(anna.doc, 'x');
			await wait(pause);
		}
		typed += keys;
		await until(() => expect(textOf(reader.doc)).toBe('x'.repeat(typed)));
		return count() - before;
	};
	// until now the process had enough to do
	do await wait(300);
	while ((await rowsOf(10, 4)) < 8);
	while ((await rowsOf(100, 1)) > 50);
}, 20_000);
