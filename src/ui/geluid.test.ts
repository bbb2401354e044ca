import { expect, test } from 'vitest';
import { isNetOm } from './geluid.ts';

const MINUUT = 60_000;
const punt = (rest: number | undefined, loop = 'een') => ({ loop, rest });

test.each([
	['the time just ended', punt(400), punt(-600), true],
	['there is time left', punt(MINUUT), punt(MINUUT - 1000), false],
	['it was over already', punt(-600), punt(-1600), false],
	['the first look, at what is over', undefined, punt(-600), false],
	['the next point begins, and is over at once', punt(400), punt(-600, 'twee'), false],
	['it ended while this screen slept', punt(400), punt(-MINUUT), false],
	['nobody said how long', punt(undefined), punt(undefined), false],
	['somebody took the time away', punt(400), punt(undefined), false],
])('%s', (_name, was, is, klinkt) => {
	expect(isNetOm(was, is)).toBe(klinkt);
});

test('again, when a minute was added after the end', () => {
	expect(isNetOm(punt(-600), punt(MINUUT))).toBe(false);
	expect(isNetOm(punt(300), punt(-700))).toBe(true);
});
