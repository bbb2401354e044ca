import { duurVan, type Deel } from '#features/bijeenkomst/duur.ts';
import { minuut, tijdVan } from '#features/datum/tijd.ts';

interface Getimed {
	id: string;
	/** null: nobody said how long; it counts as nothing. */
	minuten: number | null;
}

/** The point at hand: when it really began, and until when it goes on as it stands. */
export interface Nu {
	puntId: string;
	begonnen: string;
	tot: string;
}

/**
 * When each point begins. Before the one at hand as it was planned, from there as it goes; empty as
 * long as the bijeenkomst has no begin.
 */
export function beginTijden(punten: readonly Getimed[], begin: string, nu?: Nu): string[] {
	let at = begin ? minuut(begin) : null;
	return punten.map(({ id, minuten }) => {
		const isNu = id === nu?.puntId;
		if (isNu) at = minuut(nu!.begonnen);
		const tijd = at === null ? '' : tijdVan(at);
		if (isNu) at = minuut(nu!.tot);
		else if (at !== null) at += minuten ?? 0;
		return tijd;
	});
}

export const samenMinuten = (punten: readonly { minuten: number | null }[]) =>
	punten.reduce((som, { minuten }) => som + (minuten ?? 0), 0);

/** Minutes that the agenda is longer than the bijeenkomst; a break is a point of the agenda too. */
export const teVeel = (punten: readonly { minuten: number | null }[], deel: Deel): number =>
	Math.max(0, samenMinuten(punten) - duurVan({ ...deel, pauzes: [] }));
