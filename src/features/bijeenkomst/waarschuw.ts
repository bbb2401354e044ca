import { feestdag } from '#features/datum/feestdag.ts';
import { weekdag } from '#features/datum/kalender.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { toonDag } from '#features/datum/toon.ts';
import { isOp, periodeNaam, type Spanne } from '#features/werkplaats/periode.ts';
import { delenVan, duurVan } from './duur.ts';
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

function buitenPeriode({ datum, periodeId }: Gepland, perioden: readonly BekendePeriode[]) {
	if (!datum || perioden.length === 0) return [];
	const gekozen = perioden.find(({ id }) => id === periodeId);
	if (gekozen)
		return isOp(gekozen, datum.dag) ? [] : [`Deze dag valt buiten ${periodeNaam(gekozen)}.`];
	return perioden.some((periode) => isOp(periode, datum.dag))
		? []
		: ['Deze dag valt in geen enkele periode.'];
}

function bijzondereDag(dag: string): string[] {
	const feest = feestdag(dag);
	if (feest) return [`${toonDag(dag)} is ${feest.toLowerCase()}.`];
	return weekdag(dag) === 'zondag' ? [`${toonDag(dag)} is een zondag.`] : [];
}

/** What one may want to look at again; never a reason to refuse. */
export function waarschuwingen(
	gepland: Gepland,
	{
		perioden,
		dagdelen = [],
	}: { perioden: readonly BekendePeriode[]; dagdelen?: Parameters<typeof delenVan>[1] },
): string[] {
	const delen = delenVan(gepland, dagdelen);
	const dagen = delen.length > 0 ? delen.map(({ dag }) => dag) : zekereDag(gepland.datum);
	return [
		...buitenPeriode(gepland, perioden),
		...[...new Set(dagen)].flatMap(bijzondereDag),
		...(delen.some((deel) => duurVan({ ...deel, pauzes: [] }) > LANG)
			? ['Dit duurt langer dan 12 uur. Kijk de tijden na.']
			: []),
		...(dagdelen.some(({ dag }) => isBuiten(gepland.datum, dag))
			? ['Een dagdeel valt buiten de datum. Kijk de dagdelen na.']
			: []),
	];
}

const zekereDag = (datum: Schrijfdatum | null) =>
	datum && datum.eerste === datum.laatste && !datum.aangenomen ? [datum.dag] : [];

const isBuiten = (datum: Schrijfdatum | null, dag: string) =>
	datum !== null && (dag < datum.eerste || datum.laatste < dag);
