import type { Limits } from '../limit-defaults.ts';
import type { DiskReading } from './reading.ts';

/** `low` warns; `full` means reading only, so that what is saved stays safe. */
export type DiskState = 'ok' | 'low' | 'full';

type DiskLimits = Pick<
	Limits,
	'diskLowPercent' | 'diskLowMegabytes' | 'diskFullPercent' | 'diskFullMegabytes'
>;

const MIB = 2 ** 20;
/** On a disk that is not even this many times as big, so much could hardly ever be free. */
const SMALL = 4;
/** So many times as much is room enough on any disk, however small a part of it. */
const ENOUGH = 8;

function isBelow({ free, total }: DiskReading, percent: number, megabytes: number) {
	const floor = megabytes * MIB;
	const share = Math.min((total * percent) / 100, floor * ENOUGH);
	return free < share || (total >= floor * SMALL && free < floor);
}

/** How a disk stands. One that says nothing about its size (some containers) is taken as fine. */
export function judgeDisk(reading: DiskReading, limits: DiskLimits): DiskState {
	if (reading.total === 0) return 'ok';
	if (isBelow(reading, limits.diskFullPercent, limits.diskFullMegabytes)) return 'full';
	return isBelow(reading, limits.diskLowPercent, limits.diskLowMegabytes) ? 'low' : 'ok';
}
