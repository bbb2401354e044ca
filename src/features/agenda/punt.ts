export const DOELEN = {
	delen: 'Delen',
	duiden: 'Duiden',
	doen: 'Doen',
	besluit: 'Besluiten',
	informeren: 'Vertellen',
} as const;
export type Doel = keyof typeof DOELEN;

/** `acties`: what was agreed before, with "Wat leerde het ons?". */
export type PuntSoort = 'punt' | 'pauze' | 'acties';

export interface SjabloonPunt {
	soort: PuntSoort;
	titel: string;
	minuten: number | null;
	doel: Doel | null;
	werkvorm: string;
	uitleg: string;
}
