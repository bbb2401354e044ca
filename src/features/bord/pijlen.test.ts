import { expect, test } from 'vitest';
import { buurOp, isPijl, type Vlak } from './pijlen.ts';

/** Two columns of two, and one far to the right, a little lower. */
const op = (left: number, top: number): Vlak => ({ left, top, width: 100, height: 60 });
const vlakken = [op(0, 0), op(120, 0), op(0, 80), op(120, 80), op(400, 30)];

test.each([
	['ArrowRight', 0, 1],
	['ArrowDown', 0, 2],
	['ArrowLeft', 1, 0],
	['ArrowUp', 3, 1],
	['ArrowRight', 1, 4],
	['ArrowLeft', 0, -1],
	['ArrowUp', 1, -1],
	['Enter', 0, -1],
])('%s from %i goes to %i', (toets, van, naar) => {
	expect(buurOp(toets, vlakken, van)).toBe(naar);
});

test('from what is not there an arrow goes nowhere', () => {
	expect(buurOp('ArrowDown', vlakken, 9)).toBe(-1);
	expect(buurOp('ArrowDown', [], 0)).toBe(-1);
});

test('only the four arrows are arrows', () => {
	expect(isPijl('ArrowUp')).toBe(true);
	expect(isPijl('toString')).toBe(false);
	expect(isPijl('m')).toBe(false);
});
