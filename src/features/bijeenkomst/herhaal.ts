import { dagenInMaand, dagVanIso, isoVan, plusDagen, weekdag } from '#features/datum/kalender.ts';

export const HERHALINGEN = ['week', 'twee-weken', 'maand-dag', 'maand-weekdag'] as const;
export type Herhaling = (typeof HERHALINGEN)[number];

/** Half a year of weeks: more than this nobody plans at once. */
export const MEESTE = 26;

/** The same day so many months later; of a shorter month the last. */
function maandDag(van: string, maanden: number): string {
	const { jaar, maand, dag } = dagVanIso(van);
	const later = maand - 1 + maanden;
	const waar = { jaar: jaar + Math.floor(later / 12), maand: (later % 12) + 1 };
	return isoVan({ ...waar, dag: Math.min(dag, dagenInMaand(waar.jaar, waar.maand)) });
}

/** The third Tuesday stays the third Tuesday; the fifth of a month without one is the last. */
function maandWeekdag(van: string, maanden: number): string {
	const { jaar, maand } = dagVanIso(maandDag(van, maanden));
	const hoeveelste = Math.floor((dagVanIso(van).dag - 1) / 7);
	const dagen = Array.from({ length: dagenInMaand(jaar, maand) }, (_, n) =>
		isoVan({ jaar, maand, dag: n + 1 }),
	).filter((dag) => weekdag(dag) === weekdag(van));
	return dagen[Math.min(hoeveelste, dagen.length - 1)]!;
}

const LATER: Record<Herhaling, (van: string, keer: number) => string> = {
	week: (van, keer) => plusDagen(van, 7 * keer),
	'twee-weken': (van, keer) => plusDagen(van, 14 * keer),
	'maand-dag': maandDag,
	'maand-weekdag': maandWeekdag,
};

/** The days on which it comes again: `van` itself is not among them. */
export const herhaalDagen = ({
	van,
	elke,
	aantal,
}: {
	van: string;
	elke: Herhaling;
	aantal: number;
}): string[] =>
	Array.from({ length: Math.max(0, Math.min(aantal, MEESTE)) }, (_, n) => LATER[elke](van, n + 1));
