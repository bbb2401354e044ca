import { feestdag } from '#features/datum/feestdag.ts';
import { weekdag } from '#features/datum/kalender.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { toonDag } from '#features/datum/toon.ts';
import { isOp, periodeNaam, type Spanne } from '#features/werkplaats/periode.ts';
import { delenVan, duurVan, type Deel } from './duur.ts';
import type { Pauze } from './soort.ts';

interface Gepland {
	datum: Schrijfdatum | null;
	begin: string;
	eind: string;
	pauzes: readonly Pauze[];
	/** Other than the periode of its day, on purpose. */
	periodeId: string | null;
}

type BekendePeriode = Spanne & { id: string; nummer: number; naam: string };

const LANG = 12 * 60;

/** What is odd about it, and may be so. */
export interface Twijfel {
	/** The field of the form about the bijeenkomst where it is said. */
	veld: 'datum' | 'eind';
	zin: string;
	/** Of what it is said: of another day or other times it is said again. */
	om: { dag?: string; begin?: string; eind?: string };
}

const opDatum = (dag: string, zin: string): Twijfel => ({ veld: 'datum', zin, om: { dag } });

function buitenPeriode({ datum, periodeId }: Gepland, perioden: readonly BekendePeriode[]) {
	if (!datum || perioden.length === 0) return [];
	const { dag } = datum;
	const gekozen = perioden.find(({ id }) => id === periodeId);
	if (gekozen)
		return isOp(gekozen, dag)
			? []
			: [opDatum(dag, `Deze dag valt buiten ${periodeNaam(gekozen)}.`)];
	return perioden.some((periode) => isOp(periode, dag))
		? []
		: [opDatum(dag, 'Deze dag valt in geen enkele periode.')];
}

function bijzondereDag(dag: string): Twijfel[] {
	const feest = feestdag(dag);
	if (feest) return [opDatum(dag, `${toonDag(dag)} is ${feest.toLowerCase()}.`)];
	return weekdag(dag) === 'zondag' ? [opDatum(dag, `${toonDag(dag)} is een zondag.`)] : [];
}

function teLang({ id, dag, begin, eind }: Deel): Twijfel {
	const zin = 'Dit duurt langer dan 12 uur. Kijk de tijden na.';
	return { veld: 'eind', zin, om: { ...(id && { dag }), begin, eind } };
}

interface Bekend {
	perioden: readonly BekendePeriode[];
	dagdelen?: Parameters<typeof delenVan>[1];
}

/** What one may want to look at again; never a reason to refuse. */
export function twijfelsVan(gepland: Gepland, { perioden, dagdelen = [] }: Bekend): Twijfel[] {
	const delen = delenVan(gepland, dagdelen);
	const dagen = delen.length > 0 ? delen.map(({ dag }) => dag) : zekereDag(gepland.datum);
	return [
		...buitenPeriode(gepland, perioden),
		...[...new Set(dagen)].flatMap(bijzondereDag),
		...delen.filter((deel) => duurVan({ ...deel, pauzes: [] }) > LANG).map(teLang),
		...dagdelen
			.filter(({ dag }) => isBuiten(gepland.datum, dag))
			.map(({ dag }) => opDatum(dag, 'Een dagdeel valt buiten de datum. Kijk de dagdelen na.')),
	];
}

/** Each sentence once. */
export const waarschuwingen = (gepland: Gepland, bekend: Bekend): string[] => [
	...new Set(twijfelsVan(gepland, bekend).map(({ zin }) => zin)),
];

interface Vraag {
	veld: string;
	zin: string;
	om: unknown;
}

/** Sentences by the field of a form; what was so before it was sent is not asked. */
export function alsVragen<T extends Vraag>(
	nu: readonly T[],
	{
		was = [],
		veld = (vraag) => vraag.veld,
	}: { was?: readonly T[]; veld?: (vraag: T) => string } = {},
): Record<string, string> {
	const sleutel = ({ zin, om }: T) => JSON.stringify([zin, om]);
	const al = new Set(was.map(sleutel));
	const nieuw = Map.groupBy(
		nu.filter((vraag) => !al.has(sleutel(vraag))),
		veld,
	);
	return Object.fromEntries(
		[...nieuw].map(([naam, van]) => [naam, [...new Set(van.map(({ zin }) => zin))].join(' ')]),
	);
}

const zekereDag = (datum: Schrijfdatum | null) =>
	datum && datum.eerste === datum.laatste && !datum.aangenomen ? [datum.dag] : [];

const isBuiten = (datum: Schrijfdatum | null, dag: string) =>
	datum !== null && (dag < datum.eerste || datum.laatste < dag);
