import { minuut } from '#features/datum/tijd.ts';

const over = (minuten: number): string => {
	if (minuten < 60) return minuten === 1 ? 'over 1 minuut' : `over ${minuten} minuten`;
	return `over ${Math.round(minuten / 60)} uur`;
};

export const GEWEEST = 'Is geweest';

/** How near something of today is, so many minutes after midnight; nothing without an hour. */
export function straks({ begin, eind }: { begin: string; eind: string }, nu: number): string {
	if (!begin) return '';
	const nog = minuut(begin) - nu;
	if (nog > 0) return `Begint ${over(nog)}`;
	if (nog === 0) return 'Begint nu';
	if (!eind) return 'Is begonnen';
	return nu < minuut(eind) ? 'Is nu bezig' : GEWEEST;
}
