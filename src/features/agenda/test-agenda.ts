import type { PuntNieuw } from './input.ts';

/** For tests: a point in which nothing was filled in but its title. */
export const leeg: PuntNieuw = {
	soort: 'punt',
	titel: 'Een punt',
	minuten: null,
	doel: null,
	wieId: null,
	wie: '',
	werkvorm: '',
	uitleg: '',
	stukken: '',
};
