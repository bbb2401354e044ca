import { expect, test } from 'vitest';
import { afterClose, secondsIn, waitBefore } from './backoff.ts';

test('waits longer each time, at most five seconds, and never all in the same instant', () => {
	const soonest = [0, 1, 2, 3, 4, 9].map((attempt) => waitBefore(attempt, () => 0));
	const latest = [0, 1, 2, 3, 4, 9].map((attempt) => waitBefore(attempt, () => 1));
	expect(soonest).toEqual([150, 300, 600, 1200, 2400, 2500]);
	expect(latest).toEqual([300, 600, 1200, 2400, 4800, 5000]);
});

test.each([
	[1000, 'again'],
	[1006, 'again'],
	[1012, 'again'],
	[1009, 'stop'],
	[4400, 'stop'],
	[4401, 'stop'],
	[4403, 'stop'],
	[4409, 'stop'],
	[4499, 'stop'],
	[4503, 'wait'],
	[4529, 'wait'],
	[0, 'again'],
])('after %i: %s', (code, what) => expect(afterClose(code)).toBe(what));

test.each([
	['retry=20', 20],
	['vol; retry=5', 5],
	['', undefined],
	['retry=', undefined],
	['noretry=5', undefined],
])('%j asks to wait %s seconds', (reason, seconds) => expect(secondsIn(reason)).toBe(seconds));
