import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setConfig } from '#server/http/test-http.ts';
import { Uptake } from './uptake.ts';

beforeEach(() => {
	setConfig({});
	vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => void vi.useRealTimers());

const FRAME = 60_000;
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

/** Sends frames; gives the pings that went between them. */
function send(uptake: Uptake, frames: number, bytes = FRAME) {
	const pings: Buffer[] = [];
	for (let n = 0; n < frames; n++) if (uptake.send(bytes)) pings.push(Buffer.from(uptake.ask()));
	return pings;
}

/** Somebody who answered before. */
function reader() {
	const uptake = new Uptake();
	uptake.hear(send(uptake, 2)[0]!);
	return uptake;
}

test('who stops reading is stuck after 20 seconds, however much the machines on the way took', () => {
	const uptake = reader();
	send(uptake, 30);
	pass(19);
	expect(uptake.isStuck(false)).toBe(false);
	pass(3);
	expect(uptake.isStuck(false)).toBe(true);
});

test('a line of 64 kbit/s is not, as long as it takes', () => {
	const uptake = reader();
	const pings = send(uptake, 60);
	for (const ping of pings) {
		pass((2 * FRAME) / 8000);
		expect(uptake.isStuck(true)).toBe(false);
		uptake.hear(ping);
	}
	pass(60);
	expect(uptake.isStuck(true)).toBe(false);
});

test('what comes in one large piece takes longer', () => {
	const uptake = reader();
	send(uptake, 1, 5_000_000);
	pass(28);
	expect(uptake.isStuck(true)).toBe(false);
	pass(4);
	expect(uptake.isStuck(true)).toBe(true);
});

test('who waits for little is left alone', () => {
	const uptake = reader();
	send(uptake, 10);
	pass(60);
	expect(uptake.isStuck(false)).toBe(false);
});

test('who never answers a ping but reads is judged by its socket, from when that was full', () => {
	const uptake = new Uptake();
	send(uptake, 100);
	pass(60);
	expect(uptake.isStuck(false)).toBe(false);
	uptake.fallBehind();
	pass(19);
	expect(uptake.isStuck(true)).toBe(false);
	pass(3);
	expect(uptake.isStuck(true)).toBe(true);
});

test('an answer that was made up is no sign of reading', () => {
	const uptake = reader();
	send(uptake, 30);
	pass(15);
	for (const answer of ['', 'x', '-1', '1e99', '9999999999']) uptake.hear(Buffer.from(answer));
	pass(7);
	expect(uptake.isStuck(true)).toBe(true);
});
