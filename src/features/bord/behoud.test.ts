import { expect, test } from 'vitest';
import { behoud } from './behoud.ts';

const briefje = (id: string, tekst = id) => ({ id, tekst, uit: [] as string[] });
const beeld = (...briefjes: ReturnType<typeof briefje>[]) => ({
	stand: { fase: 'delen' },
	briefjes,
});

test('what is the same is the same object', () => {
	const was = beeld(briefje('a'), briefje('b'));
	expect(behoud(was, structuredClone(was))).toBe(was);
});

test('of what changed only that is new', () => {
	const was = beeld(briefje('a'), briefje('b'), briefje('c'));
	const is = behoud(was, beeld(briefje('a'), briefje('b', 'anders'), briefje('c')));
	expect(is).toEqual(beeld(briefje('a'), briefje('b', 'anders'), briefje('c')));
	expect(is.stand).toBe(was.stand);
	expect(is.briefjes[0]).toBe(was.briefjes[0]);
	expect(is.briefjes[2]).toBe(was.briefjes[2]);
	expect(is.briefjes).not.toBe(was.briefjes);
});

test('a thing is known by its id, wherever it stands', () => {
	const was = beeld(briefje('a'), briefje('b'));
	const is = behoud(was, beeld(briefje('n'), briefje('b'), briefje('a')));
	expect(is.briefjes.map(({ id }) => id)).toEqual(['n', 'b', 'a']);
	expect(is.briefjes[2]).toBe(was.briefjes[0]);
});

test('what went is gone, also when the rest is as it was', () => {
	const was = beeld(briefje('a'), briefje('b'));
	expect(behoud(was, beeld(briefje('a'))).briefjes).toEqual([briefje('a')]);
	expect(behoud({ a: 1, b: undefined }, { a: 1 })).toEqual({ a: 1 });
	expect(behoud<unknown>({ a: 1 }, { a: null })).toEqual({ a: null });
	expect(behoud<unknown>({ lijst: [] }, { lijst: {} })).toEqual({ lijst: {} });
});
