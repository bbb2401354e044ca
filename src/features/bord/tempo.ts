import type { Fase } from '#ui/fase.ts';
import type { BordSoort } from './soort.ts';

/** Minutes to start the clock with, in each phase of each kind of bord. */
export const MINUTEN: Readonly<Record<BordSoort, Readonly<Record<Fase, number>>>> = {
	ddd: { delen: 8, duiden: 20, doen: 15 },
	wereldcafe: { delen: 20, duiden: 20, doen: 10 },
	stellingen: { delen: 5, duiden: 10, doen: 5 },
	checkin: { delen: 3, duiden: 5, doen: 3 },
	msc: { delen: 15, duiden: 20, doen: 10 },
};

/** Dots that each gets, or stories that each chooses. */
export const BUDGET: Readonly<Record<BordSoort, number>> = {
	...{ ddd: 3, wereldcafe: 3, stellingen: 1, checkin: 1, msc: 1 },
};
