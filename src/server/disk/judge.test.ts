import { expect, it } from 'vitest';
import { LIMIT_DEFAULTS } from '../limit-defaults.ts';
import { judgeDisk } from './judge.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

it.each([
	['half empty', 50 * GIB, 100 * GIB, 'ok'],
	['exactly a tenth free', 10 * GIB, 100 * GIB, 'ok'],
	['less than a tenth free', 2 * GIB - 1, 20 * GIB, 'low'],
	['less than a twentieth free', GIB - 1, 20 * GIB, 'full'],
	['of a laptop, with little of much free', 40 * GIB, 1000 * GIB, 'ok'],
	['of a laptop, with hardly anything free', 2 * GIB, 1000 * GIB, 'full'],
	['a small disk with less than a GiB free', GIB - 1, 5 * GIB, 'low'],
	['a small disk with less than 300 MiB free', 300 * MIB - 1, 5 * GIB, 'full'],
	['so small that 300 MiB is never free', 32 * MIB, 64 * MIB, 'ok'],
	['that small, and full', 3 * MIB, 64 * MIB, 'full'],
	['more in use than is for us', -GIB, 100 * GIB, 'full'],
	['without a size', 0, 0, 'ok'],
] as const)('a disk %s', (_, free, total, state) => {
	expect(judgeDisk({ free, total }, LIMIT_DEFAULTS)).toBe(state);
});

it('goes by the limits of this installation', () => {
	const reading = { free: 400 * MIB, total: 100 * GIB };
	const own = { ...LIMIT_DEFAULTS, diskLowPercent: 1, diskFullPercent: 1, diskFullMegabytes: 500 };
	expect(judgeDisk({ ...reading, free: 2 * GIB }, own)).toBe('ok');
	expect(judgeDisk(reading, own)).toBe('full');
});
