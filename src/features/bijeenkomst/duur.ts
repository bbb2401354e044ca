import { isEenDag, type Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { minuut } from '#features/datum/tijd.ts';
import type { Pauze } from './soort.ts';

/** A stretch of time on one day that people sit together. */
export interface Deel {
	/** Of its dagdeel; null when the bijeenkomst is one stretch. */
	id: string | null;
	dag: string;
	begin: string;
	eind: string;
	pauzes: readonly Pauze[];
}

interface Geschreven {
	datum: Schrijfdatum | null;
	begin: string;
	eind: string;
	pauzes: readonly Pauze[];
}

const opTijd = (a: Deel, b: Deel) => a.dag.localeCompare(b.dag) || a.begin.localeCompare(b.begin);

/** Nothing as long as the day, the begin or the end is not known for sure. */
export function delenVan(
	{ datum, begin, eind, pauzes }: Geschreven,
	dagdelen: readonly (Deel & { id: string })[] = [],
): Deel[] {
	if (dagdelen.length > 0)
		return dagdelen
			.map(({ id, dag, begin, eind, pauzes }) => ({ id, dag, begin, eind, pauzes }))
			.sort(opTijd);
	if (!isEenDag(datum) || !begin || !eind) return [];
	return [{ id: null, dag: datum.dag, begin, eind, pauzes }];
}

type Stuk = readonly [van: number, tot: number];

const lengte = ([van, tot]: Stuk) => Math.max(0, tot - van);

const binnen = ([van, tot]: Stuk, [vanaf, totaan]: Stuk): Stuk => [
	Math.max(van, vanaf),
	Math.min(tot, totaan),
];

/** Stretches that touch or overlap as one: a minute of a break counts once. */
function samen(stukken: readonly Stuk[]): Stuk[] {
	const heel: Stuk[] = [];
	for (const [van, tot] of [...stukken].sort((a, b) => a[0] - b[0])) {
		const vorig = heel.at(-1);
		if (vorig && van <= vorig[1]) heel[heel.length - 1] = [vorig[0], Math.max(vorig[1], tot)];
		else heel.push([van, tot]);
	}
	return heel;
}

/** Minutes of a part without its breaks; `van` and `tot` of who came late or left early (§12.3). */
export function duurVan(deel: Deel, van = '', tot = ''): number {
	const heel: Stuk = [minuut(deel.begin), minuut(deel.eind)];
	const aanwezig = binnen([van ? minuut(van) : heel[0], tot ? minuut(tot) : heel[1]], heel);
	const pauzes = samen(deel.pauzes.map(({ begin, eind }): Stuk => [minuut(begin), minuut(eind)]));
	const rust = pauzes.reduce((som, pauze) => som + lengte(binnen(pauze, aanwezig)), 0);
	return Math.max(0, lengte(aanwezig) - rust);
}
