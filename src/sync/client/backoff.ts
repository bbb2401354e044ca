const FIRST_MS = 300;
/** Short enough to be back within ten seconds after a stall, long enough not to keep a phone awake. */
const LONGEST_MS = 5_000;

/**
 * How long to wait before the nth attempt in a row. Between half and whole, at random: after a
 * restart of the server not everybody is back in the same instant.
 */
export function waitBefore(attempt: number, random: () => number = Math.random): number {
	const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
	return Math.round((longest * (1 + random())) / 2);
}

/** Seconds in the reason of a close such as `retry=20`. */
export function secondsIn(reason: string): number | undefined {
	const [, seconds] = /(?:^|\W)retry=(\d{1,4})\b/.exec(reason) ?? [];
	return seconds === undefined ? undefined : Number(seconds);
}

/** What to do after a connection closed with this code. */
export type After = 'again' | 'wait' | 'stop';

/** 4400–4499 is a decision that trying again does not change; 45xx asks to wait; the rest is a line. */
export function afterClose(code: number): After {
	if (code >= 4400 && code < 4500) return 'stop';
	// larger than the server takes in one frame: it would be as large the next time
	if (code === 1009) return 'stop';
	return code === 4503 || code === 4529 ? 'wait' : 'again';
}
