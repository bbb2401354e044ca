import type { Deel } from '#features/bijeenkomst/duur.ts';

const MINUUT = 60_000;
const UUR = 60 * MINUUT;
/** Who stays to talk may still check in. */
const NABLIJVEN = 15 * MINUUT;
/** When no end is known, or it is far away. */
const ZONDER_EIND = 4 * UUR;
const LANGST = 24 * UUR;
/** How long before it begins people come in. */
const INLOOP = 30 * MINUUT;

const inAmsterdam = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Amsterdam',
	dateStyle: 'short',
	timeStyle: 'medium',
});

/** "2026-06-11 14.05" in Amsterdam. */
export const geschrevenMoment = (at: Date): string =>
	inAmsterdam.format(at).slice(0, 16).replace(':', '.');

/** How far the clock in Amsterdam is ahead of UTC at this moment. */
const voorsprong = (at: number) =>
	Date.parse(`${inAmsterdam.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;

/** The moment that "16.30" is on this day, in Amsterdam. */
export function momentVan(dag: string, tijd: string): Date {
	const alsUtc = Date.parse(`${dag}T${tijd.replace('.', ':')}:00Z`);
	// twice: in the night that the clock changes the first answer may be an hour off
	return new Date(alsUtc - voorsprong(alsUtc - voorsprong(alsUtc)));
}

/** Until when a code that is made now lets people in. */
export function geldigTot(delen: readonly Deel[], nu: Date): Date {
	const eind = delen
		.map(({ dag, eind }) => momentVan(dag, eind).getTime() + NABLIJVEN)
		.find((tot) => tot > nu.getTime() && tot <= nu.getTime() + LANGST);
	return new Date(eind ?? nu.getTime() + ZONDER_EIND);
}

/** The stretch that is at hand: the last that began, or that people come in for; else the first. */
export const deelOp = (delen: readonly Deel[], nu: Date): Deel | undefined =>
	delen.findLast(({ dag, begin }) => momentVan(dag, begin).getTime() <= nu.getTime() + INLOOP) ??
	delen[0];

/** "4829 1673", as it is easiest to read aloud. */
export const toonCijfers = (cijfers: string) => `${cijfers.slice(0, 4)} ${cijfers.slice(4)}`;
