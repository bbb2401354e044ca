import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { editDocument, projectNow, readDocument } from './edit.ts';
import { NAME, OTHER, TestSync, textOf, type } from './test-sync.ts';

const SYSTEEM: SysteemActor = { soort: 'systeem', werkplaatsId: 'w' };
const THIRD = `${NAME.slice(0, -1)}4`;
const NAMES = [NAME, OTHER, THIRD];

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	await sync.start();
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(async () => {
	vi.useRealTimers();
	await sync.stop();
});

/** In all of them something is written now. */
function writeAll() {
	for (const name of NAMES) {
		editDocument(SYSTEEM, name, (doc) => type(doc, name));
		readDocument(name, textOf);
	}
}
const seen = () => sync.projected.map(({ text }) => text);

test('when the rows of several are due at once, others have their turn in between', () => {
	writeAll();
	const between: string[][] = [];
	setTimeout(() => between.push(seen()), 2000);
	vi.advanceTimersByTime(1999);
	expect(seen()).toEqual([]);
	vi.advanceTimersByTime(101);
	expect(between).toEqual([[NAME]]);
	expect(seen()).toEqual(NAMES);
	// and so it goes the next time
	writeAll();
	vi.advanceTimersByTime(2100);
	expect(seen()).toEqual([...NAMES, ...NAMES.map((name) => name + name)]);
});

test('one that waits for its turn is written at once for who asks for it', () => {
	writeAll();
	vi.advanceTimersByTime(1999);
	setTimeout(() => projectNow([THIRD]), 1);
	vi.advanceTimersByTime(1);
	expect(seen()).toEqual([NAME, THIRD]);
	vi.advanceTimersByTime(100);
	expect(seen()).toEqual([NAME, THIRD, OTHER]);
});
