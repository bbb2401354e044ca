import type { Loop } from '#features/datum/klok.ts';
import type { Doel, PuntSoort } from './punt.ts';

export type PuntStaat = 'klaar' | 'nu' | 'straks';

/** One point as everybody at the table sees it. */
export interface StandPunt {
	id: string;
	soort: PuntSoort;
	titel: string;
	minuten: number | null;
	doel: Doel | null;
	/** Who takes it, by name; empty for nobody. */
	wie: string;
	/** Name of its werkvorm, or nothing. */
	werkvorm: string;
	/** "14.45": when it begins, or began; empty as long as that is not known. */
	begin: string;
	staat: PuntStaat;
}

/** The point at hand; moments in milliseconds of the server. */
export interface StandLoop extends Loop {
	id: string;
	puntId: string;
	/** Minutes of the point itself, without what was added; null when nobody said how long. */
	minuten: number | null;
	/** "14.45", and until when it goes on as it stands; empty without minutes. */
	begonnen: string;
	tot: string;
}

/** `voor`: it did not begin yet · `na`: it did, and no point is at hand. */
export type AgendaFase = 'voor' | 'bezig' | 'na';

/** Small enough to ask for again at every change. */
export interface AgendaStand {
	punten: StandPunt[];
	loop: StandLoop | null;
	fase: AgendaFase;
	may: { edit: boolean; loop: boolean };
}

/** What a page that shows an agenda loads anew when somebody changed it, and nothing else of the page. */
export const AGENDA_STAND = 'agenda:stand';
