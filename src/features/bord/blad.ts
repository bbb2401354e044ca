import type { Fase } from '#ui/fase.ts';
import { BRIEFJE_NAMEN, ZONDER_NAAM, type BriefjeSoort, type InzichtSoort } from './soort.ts';

/** A bord as it is read afterwards: all in its place, and people by their names. */
export interface BordBlad {
	titel: string;
	team: string;
	werkplaats: string;
	/** "21 november 2026": of this sheet. */
	gemaakt: string;
	/** "Afgerond op 11 juni 2026 door Ruben", or in which phase it is. */
	status: string;
	/** The meetings it was used at, and the question of each phase. */
	feiten: { label: string; waarde: string }[];
	/** Of a bord where a story is chosen, once it is shown: those that were, the most chosen first. */
	verhalen: BladVerhaal[];
	groepen: BladGroep[];
	los: BladBriefje[];
	inzichten: BladInzicht[];
	afspraken: BladAfspraak[];
}

export interface BladBriefje {
	id: string;
	tekst: string;
	fase: Fase;
	soort: BriefjeSoort | '';
	/** "sociaal werk" */
	perspectief: string;
	/** Empty unless this bord shows names. */
	wie: string;
	/** Written down for somebody without a device. */
	namens: boolean;
	/** The question of the table it comes from, and in which round it was written there. */
	tafel: string;
	tafelronde: number;
}

export interface BladVerhaal {
	id: string;
	tekst: string;
	gekozen: number;
	/** Why, without names. */
	redenen: { tekst: string; perspectief: string }[];
}

export interface BladGroep {
	id: string;
	naam: string;
	/** Null as long as the outcome of a round is not shown. */
	stippen: number | null;
	briefjes: BladBriefje[];
}

export interface BladInzicht {
	id: string;
	soort: InzichtSoort;
	tekst: string;
	tegen: string;
	/** What it comes from, in words. */
	uit: string[];
}

export interface BladAfspraak {
	id: string;
	wat: string;
	/** Empty: of nobody yet. */
	wie: string;
	/** In words, or as written. */
	wanneer: string;
	/** `YYYY-MM-DD`, when it is a day. */
	dag: string;
	effect: string;
	uit: string[];
}

const telStippen = (n: number) => `${n} ${n === 1 ? 'stip' : 'stippen'}`;

/** "bewoner, signaal, opgeschreven voor iemand anders": what hangs on a briefje besides its text. */
export const bijBriefje = (briefje: BladBriefje): string => {
	const { wie, perspectief, soort, namens, tafel, tafelronde } = briefje;
	return [
		wie,
		perspectief,
		soort && BRIEFJE_NAMEN[soort],
		namens && 'opgeschreven voor iemand anders',
		tafel && `tafel: ${tafel}`,
		tafelronde > 0 && `ronde ${tafelronde}`,
	]
		.filter(Boolean)
		.join(', ');
};

/** "Zij deed het zelf. (bewoner)" */
export const redenZin = ({ tekst, perspectief }: { tekst: string; perspectief: string }) =>
	perspectief ? `${tekst} (${perspectief})` : tekst;

/** "Schaamte (7 stippen)" */
export const kopVan = ({ naam, stippen }: BladGroep): string =>
	(naam || ZONDER_NAAM) + (stippen === null ? '' : ` (${telStippen(stippen)})`);
