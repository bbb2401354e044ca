import { toonDag } from '#features/datum/toon.ts';

/** A real day, `YYYY-MM-DD`. */
export const isDag = (value: unknown): value is string =>
	typeof value === 'string' &&
	/^\d{4}-\d{2}-\d{2}$/.test(value) &&
	new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;

/** "voor 18 juni 2026", or nothing. */
export const toonWanneer = (value: unknown) => (isDag(value) ? `voor ${toonDag(value)}` : '');
