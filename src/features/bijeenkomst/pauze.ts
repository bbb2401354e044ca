import { leesTijd } from '#features/datum/tijd.ts';
import type { Pauze } from './soort.ts';

const STREEP = /\s*(?:[-‐‑‒–—]|tot)\s*/;

function leesPauze(tekst: string): Pauze | undefined {
	const [van = '', tot = '', ...meer] = tekst.split(STREEP);
	const [begin, eind] = [leesTijd(van), leesTijd(tot)];
	if (begin === undefined || eind === undefined || meer.length > 0) return undefined;
	return begin < eind ? { begin, eind } : undefined;
}

/** "12.30 – 13.00, 15.00 – 15.15"; undefined when one of them is no stretch of time. */
export function leesPauzes(tekst: string): Pauze[] | undefined {
	const stukken = tekst.split(/[,;\n]| en /).filter((stuk) => stuk.trim() !== '');
	const pauzes = stukken.map((stuk) => leesPauze(stuk.trim()));
	return pauzes.every((pauze) => pauze !== undefined) ? pauzes : undefined;
}

export const toonPauzes = (pauzes: readonly Pauze[]): string =>
	pauzes.map(({ begin, eind }) => `${begin} – ${eind}`).join(', ');
