import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HEARTBEAT, MESSAGE } from './frames.ts';
import { sync as state } from './rooms.ts';
import { tendLines } from './tend.ts';
import { NAME, TestSync, until, type Raw } from './test-sync.ts';

/** A line on which nothing is said: kept alive, not believed for long, and in the end cut. */

let sync: TestSync;
let passed = 0;

beforeEach(async () => {
	sync = new TestSync();
	for (const who of ['anna', 'bram']) sync.rights.set(who, 'schrijven');
	await sync.start();
	passed = 0;
	const now = performance.now.bind(performance);
	vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
});
afterEach(() => {
	vi.restoreAllMocks();
	return sync.stop();
});

/** So much later the server looks after its lines. */
function at(seconds: number) {
	passed = seconds * 1000;
	tendLines();
}

const BEATS = HEARTBEAT.subarray(2);
const beatsOf = (line: Raw) => line.of(MESSAGE.awareness).filter((beat) => beat.equals(BEATS));

test('it gets a word and a ping together before the other side gives up, and then it is quiet again', async () => {
	const anna = await sync.socket('anna').opened();
	await until(() => expect(anna.of(MESSAGE.welkom)).toHaveLength(1));
	let pings = 0;
	anna.ws.on('ping', () => pings++);
	const before = beatsOf(anna).length;
	const arrived = (n: number) =>
		until(() => expect([beatsOf(anna).length - before, pings]).toEqual([n, n]));
	at(20);
	at(23);
	await arrived(1);
	at(40);
	at(47);
	await arrived(2);
});

test('who no longer answers is not shown after 40 seconds and put out after 60, and nobody else', async () => {
	const anna = await sync.joined('anna');
	const bram = await sync.joined('bram');
	const seen = () => bram.provider.awareness.getStates().has(anna.doc.clientID);
	anna.provider.awareness.setLocalStateField('waar', 1);
	await until(() => expect(seen()).toBe(true));
	(anna.provider.ws as unknown as { pause(): void }).pause();
	const { connections } = state().rooms.get(NAME)!;
	let answers = 0;
	for (const { ws } of connections) ws.on('pong', () => answers++);
	at(23);
	await until(() => expect(answers).toBe(1));
	at(41);
	await until(() => expect(seen()).toBe(false));
	at(61);
	await until(() => expect(connections.size).toBe(1));
	expect(bram.provider.wsconnected).toBe(true);
});
