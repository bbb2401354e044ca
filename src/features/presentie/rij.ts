import type { Perspectief } from '#access/actor.ts';
import type { BakNaam } from './wereld.server.ts';
import type { PresentieBron, PresentieStatus } from './status.ts';

/** Somebody on the list, or expected and not on it yet. */
export interface Rij {
	/** The same before and after the first tap. */
	sleutel: string;
	regelId: string | null;
	persoonId: string | null;
	naam: string;
	organisatie: string;
	perspectief: Perspectief;
	/** null: nobody said anything yet. */
	status: PresentieStatus | null;
	/** Signed off beforehand; not a line yet. */
	afgemeld: boolean;
	van: string;
	tot: string;
	/** What counts now; null when the times are not known. */
	minuten: number | null;
	/** By hand. */
	hand: boolean;
	bron: PresentieBron | null;
	bak: BakNaam | null;
	/** What one may want to look at. */
	zinnen: string[];
	/** As it was confirmed; null when it was not. */
	bevestigd: number | null;
}
