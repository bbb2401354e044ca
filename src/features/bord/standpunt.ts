import { STANDPUNTEN, type BriefjeSoort, type Standpunt } from './soort.ts';

export const KIES_STANDPUNT = 'Kies eens, oneens of weet niet.';

export const isStandpunt = (soort: string): soort is Standpunt => Object.hasOwn(STANDPUNTEN, soort);

/** What is said of a stelling, side by side: for, against, and who does not know. */
export function perStandpunt<T extends { soort: BriefjeSoort | '' }>(briefjes: readonly T[]) {
	return Object.entries(STANDPUNTEN).map(([standpunt, naam]) => ({
		standpunt: standpunt as Standpunt,
		naam: naam.charAt(0).toUpperCase() + naam.slice(1),
		briefjes: briefjes.filter(({ soort }) => soort === standpunt),
	}));
}

/** What is on no side: written in another phase. */
export const zonderStandpunt = <T extends { soort: BriefjeSoort | '' }>(briefjes: readonly T[]) =>
	briefjes.filter(({ soort }) => !isStandpunt(soort));
