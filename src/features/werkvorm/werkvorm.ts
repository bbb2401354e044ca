import type { Fase } from '#ui/fase.ts';

/** How much a way of working asks of who tells. It decides what may be shown outside the room. */
export const PRIVACY_NIVEAUS = {
	laag: 'Gewoon',
	middel: 'Let op namen',
	hoog: 'Blijft in deze kring',
	'zeer-hoog': 'Blijft binnen vier muren',
} as const;
type PrivacyNiveau = keyof typeof PRIVACY_NIVEAUS;

export interface Stap {
	titel: string;
	/** null: as long as it takes. */
	minuten: number | null;
}

/** A way of working together, as it is done. */
export interface Werkvorm {
	sleutel: string;
	naam: string;
	fasen: readonly Fase[];
	doel: string;
	/** How many people, in words. */
	groep: string;
	duur: string;
	stappen: readonly Stap[];
	rollen: readonly string[];
	/** What is written down; everything else stays unwritten. */
	vangst: string;
	privacy: PrivacyNiveau;
	/** Where it comes from; empty for what everybody knows. */
	bron: string;
}

const stil: ReadonlySet<PrivacyNiveau> = new Set(['hoog', 'zeer-hoog']);

/** What is said here about people goes on no screen that others read along. */
export const isStil = ({ privacy }: Pick<Werkvorm, 'privacy'>) => stil.has(privacy);
