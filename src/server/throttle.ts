import { eq, lt } from 'drizzle-orm';
import { now } from './clock.ts';
import { db } from './db/db.ts';
import { events } from './metrics/events.ts';
import { hmac } from './secrets.ts';
import { throttle } from './tables.server.ts';

/** At most `max` in `seconds`, counted from the first one. */
export interface Allowance {
	name: string;
	max: number;
	seconds: number;
}

const FREE_FAILURES = 5;
const MAX_DELAY = 15 * 60;
/** After a day without a mistake somebody starts afresh. */
const FORGET_AFTER = 24 * 60 * 60;

const keyOf = (name: string, who: string) => hmac('throttle', `${name}:${who}`);
const secondsSince = (at: Date) => (now().getTime() - at.getTime()) / 1000;

const find = (key: string) => db().select().from(throttle).where(eq(throttle.key, key)).get();

function write(key: string, count: number, windowStart: Date) {
	db()
		.insert(throttle)
		.values({ key, count, windowStart })
		.onConflictDoUpdate({ target: throttle.key, set: { count, windowStart } })
		.run();
}

/** Whole seconds until one more is allowed; 0 is now. */
export function waitFor({ name, max, seconds }: Allowance, who: string): number {
	const row = find(keyOf(name, who));
	if (!row || row.count < max) return 0;
	const wait = Math.max(0, Math.ceil(seconds - secondsSince(row.windowStart)));
	if (wait > 0) events().limitHit({ limit: name });
	return wait;
}

export function hit({ name, seconds }: Allowance, who: string) {
	const key = keyOf(name, who);
	const row = find(key);
	if (row && secondsSince(row.windowStart) < seconds) write(key, row.count + 1, row.windowStart);
	else write(key, 1, now());
}

/** Takes one hit back: what looked like a failure was none. False when there was none to take. */
export function unhit({ name }: Allowance, who: string): boolean {
	const key = keyOf(name, who);
	const row = find(key);
	if (!row || row.count === 0) return false;
	write(key, row.count - 1, row.windowStart);
	return true;
}

/** After five failures each next one doubles the wait, up to a quarter of an hour. */
const delayAfter = (failures: number) =>
	failures < FREE_FAILURES ? 0 : Math.min(MAX_DELAY, 2 ** (failures - FREE_FAILURES + 1));

/** Whole seconds until the next try of this lock is looked at. */
export function delayFor(lock: string, who: string): number {
	const row = find(keyOf(lock, who));
	if (!row) return 0;
	return Math.max(0, Math.ceil(delayAfter(row.count) - secondsSince(row.windowStart)));
}

/** Counts a failure; written before the try is judged, so that many at once count too. */
export function fail(lock: string, who: string) {
	const key = keyOf(lock, who);
	const row = find(key);
	const count = row && secondsSince(row.windowStart) < FORGET_AFTER ? row.count : 0;
	write(key, count + 1, now());
}

export function forgive(lock: string, who: string) {
	db()
		.delete(throttle)
		.where(eq(throttle.key, keyOf(lock, who)))
		.run();
}

/** For the list of jobs: what nobody waits for any more goes away. */
export function removeOldThrottles() {
	const before = new Date(now().getTime() - FORGET_AFTER * 1000);
	db().delete(throttle).where(lt(throttle.windowStart, before)).run();
}
