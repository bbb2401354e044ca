import type { Perspectief } from '#access/actor.ts';
import type { Fase } from '#ui/fase.ts';
import type { BordSoort, BriefjeSoort, InzichtSoort } from './soort.ts';

/** How it stands at the table, as everybody sees it. Only the server writes it. */
export interface Standbeeld {
	soort: BordSoort;
	fase: Fase;
	/** Of this fase. */
	vraag: string;
	/** Everybody writes for oneself. */
	stil: boolean;
	/** Nobody lays down or moves but who holds regie. */
	slot: boolean;
	/** Who wrote a briefje stands on it. */
	namen: boolean;
	/** The clock runs until then, in milliseconds; or stands still with so many left. */
	klokTot: number | null;
	klokRest: number | null;
	/** People who wrote something in this fase. */
	geschreven: number;
	deelnemers: number;
	klaar: number;
	handen: number;
	/** Id of the briefje that everybody looks at, or empty. */
	uitlicht: string;
	/** Persoon who holds regie, or empty. */
	regie: string;
	ronde: '' | 'open' | 'dicht' | 'uitslag';
	rondeId: string;
	budget: number;
	geheim: boolean;
	/** Dots given in this round, all together. */
	gegeven: number;
	klaarMet: '' | 'afgerond';
	/** Where everybody goes on now: id and question of another bord of the same café; or empty. */
	naar: string;
	naarTitel: string;
	/** At the tables of a café: how often people changed tables, from 1; 0 without rounds. */
	tafelronde: number;
}

/** Of a bord of which the server said nothing yet. */
export const BEGINSTAND: Readonly<Standbeeld> = {
	soort: 'ddd',
	fase: 'delen',
	vraag: '',
	stil: false,
	slot: false,
	namen: false,
	klokTot: null,
	klokRest: null,
	geschreven: 0,
	deelnemers: 0,
	klaar: 0,
	handen: 0,
	uitlicht: '',
	regie: '',
	ronde: '',
	rondeId: '',
	budget: 3,
	geheim: true,
	gegeven: 0,
	klaarMet: '',
	naar: '',
	naarTitel: '',
	tafelronde: 0,
};

/** A briefje as the server lays it down. */
export interface Neergelegd {
	id: string;
	tekst: string;
	fase: Fase;
	soort: BriefjeSoort | '';
	perspectief: Perspectief | '';
	/** Who wrote it; empty unless this bord shows names. */
	wie: string;
	/** Written down for somebody without a device. */
	namens: boolean;
	/** On the bord of all: the question of the table it comes from. */
	tafel: string;
	/** At the tables of a café: in which round it was written; 0 without rounds. */
	tafelronde: number;
	/** In which order they came on the table. */
	nr: number;
}

export interface BriefjeBeeld extends Neergelegd {
	/** Empty: it lies loose. */
	groepId: string;
	/** Sorts within where it lies, together with the id. */
	orde: string;
}

/** Why somebody chose a story; of nobody the name. */
export interface RedenBeeld {
	id: string;
	tekst: string;
	/** Empty when the round was secret. */
	perspectief: Perspectief | '';
}

/** A story to choose from. */
export interface VerhaalBeeld extends BriefjeBeeld {
	/** Null as long as the outcome is not shown; so are the reasons. */
	stippen: number | null;
	redenen: RedenBeeld[];
}

export interface GroepBeeld {
	id: string;
	naam: string;
	orde: string;
	briefjes: BriefjeBeeld[];
	/** Null as long as the outcome of a round is not shown. */
	stippen: number | null;
}

export interface InzichtBeeld {
	id: string;
	soort: InzichtSoort;
	tekst: string;
	/** The second voice of a spanning. */
	tegen: string;
	orde: string;
	/** Ids of the groepen and briefjes that it comes from, in their order. */
	uit: string[];
}

export interface AfspraakBeeld {
	id: string;
	wat: string;
	/** Persoon of the werkplaats, or empty. */
	wieId: string;
	/** As written, of who is nobody of the werkplaats. Both empty: of nobody yet. */
	wie: string;
	/** As written. */
	wanneer: string;
	effect: string;
	orde: string;
	/** Ids of the groepen, briefjes and inzichten that it comes from, in their order. */
	uit: string[];
}

/** A bord as plain data: each briefje is in one place, and every list is in its order. */
export interface BordBeeld {
	stand: Standbeeld;
	/** All of them, in the order in which they came on the table. */
	briefjes: BriefjeBeeld[];
	/** Those in no groep. */
	los: BriefjeBeeld[];
	groepen: GroepBeeld[];
	inzichten: InzichtBeeld[];
	afspraken: AfspraakBeeld[];
	/** Where a story is chosen: all of them. On other borden none. */
	verhalen: VerhaalBeeld[];
}
