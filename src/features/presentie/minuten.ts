import { duurVan, type Deel } from '#features/bijeenkomst/duur.ts';
import type { PresentieStatus } from './status.ts';

interface Regel {
	status: PresentieStatus;
	/** When it differs from the bijeenkomst: came late, left early. */
	van: string;
	tot: string;
	/** By hand: that wins. */
	minutenHand: number | null;
}

/** Minutes of a line as they follow from what stands there; null when no times are known. */
export function minutenVan(
	{ status, van, tot, minutenHand }: Regel,
	deel: Deel | undefined,
): number | null {
	if (status !== 'aanwezig') return 0;
	if (minutenHand !== null) return minutenHand;
	return deel ? duurVan(deel, van, tot) : null;
}

interface Vast {
	/** As the list was confirmed; undefined as long as it was not. */
	bevestigd?: number | undefined;
	correcties: readonly number[];
}

/** What counts: once confirmed only that, with its corrections (AC-44). */
export function geldendeMinuten(
	regel: Regel,
	deel: Deel | undefined,
	{ bevestigd, correcties }: Vast,
): number | null {
	if (bevestigd === undefined) return minutenVan(regel, deel);
	return correcties.reduce((som, minuten) => som + minuten, bevestigd);
}

/** Somebody on a list, with the times that hold for them. */
export interface Aanwezig {
	persoonId: string | null;
	dag: string;
	begin: string;
	eind: string;
}

/** One persoon at two places at once (§12.3): to look at, not to refuse. */
export const botst = (a: Aanwezig, b: Aanwezig): boolean =>
	a.persoonId !== null &&
	a.persoonId === b.persoonId &&
	a.dag === b.dag &&
	a.begin < b.eind &&
	b.begin < a.eind;
