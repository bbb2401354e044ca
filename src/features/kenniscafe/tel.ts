import { telSom, type Aantal } from '#features/bijeenkomst/aantal.ts';
import { CATEGORIEEN, type Bezoekerscategorie } from './categorie.ts';

type PerCategorie = Partial<Record<Bezoekerscategorie, number>>;

interface Bezoek {
	/** Of all visitors together, when somebody counted them. */
	totaal: number | null;
	/** Per category, written down afterwards; that goes before what was tapped at the door. */
	bezoek: PerCategorie;
	tikken: PerCategorie;
}

const KEYS = Object.keys(CATEGORIEEN) as Bezoekerscategorie[];

/** In the order of CATEGORIEEN. What the categories do not account for is "onbekend" (AC-35). */
export function telBezoek({ totaal, bezoek, tikken }: Bezoek) {
	const aantallen = Object.keys(bezoek).length > 0 ? bezoek : tikken;
	const rijen = KEYS.filter((categorie) => aantallen[categorie] !== undefined).map((categorie) => ({
		categorie: categorie as Bezoekerscategorie | 'onbekend',
		aantal: Math.max(0, aantallen[categorie]!),
	}));
	const som = rijen.reduce((tot, { aantal }) => tot + aantal, 0);
	const onbekend = totaal === null || rijen.length === 0 ? 0 : totaal - som;
	return {
		rijen: onbekend > 0 ? [...rijen, { categorie: 'onbekend' as const, aantal: onbekend }] : rijen,
		totaal: totaal ?? (rijen.length > 0 ? som : null),
		som,
		waarschuwing: onbekend === 0 ? '' : waarschuwing(som, som + onbekend),
	};
}

function waarschuwing(som: number, totaal: number): string {
	const telt = `De categorieën tellen op tot ${som}, het totaal is ${totaal}.`;
	const over = totaal - som;
	return over > 0 ? `${telt} Bij ${over} weten we het niet.` : `${telt} Kijk de aantallen na.`;
}

/** A number that somebody gave for these bijeenkomsten together. */
export interface Totaal {
	aantal: number;
	circa: boolean;
	van: readonly string[];
}

interface Som {
	van: ReadonlySet<string>;
	aantal: number;
	circa: boolean;
	hoe: string;
}

const isIn = (deel: ReadonlySet<string>, heel: ReadonlySet<string>) =>
	[...deel].every((id) => heel.has(id));

/** The totals, and what is left of one without another that is part of it: 387 − 261 = 126. */
function sommenVan(totalen: readonly Totaal[]): Som[] {
	const gegeven = totalen.map(({ aantal, circa, van }) => ({
		van: new Set(van),
		aantal,
		circa,
		hoe: String(aantal),
	}));
	const verschillen = gegeven.flatMap((heel) =>
		gegeven
			.filter((deel) => deel.van.size < heel.van.size && isIn(deel.van, heel.van))
			.map((deel) => ({
				van: new Set([...heel.van].filter((id) => !deel.van.has(id))),
				aantal: heel.aantal - deel.aantal,
				circa: heel.circa || deel.circa,
				hoe: `${heel.hoe} − ${deel.hoe}`,
			})),
	);
	return [...gegeven, ...verschillen].filter(({ van }) => van.size > 0);
}

/** As few sums as possible that together are exactly these; undefined when there are none. */
function samenstelling(rest: ReadonlySet<string>, sommen: readonly Som[]): Som[] | undefined {
	if (rest.size === 0) return [];
	const [eerste] = rest;
	let beste: Som[] | undefined;
	for (const som of sommen) {
		if (!som.van.has(eerste!) || !isIn(som.van, rest)) continue;
		const meer = samenstelling(new Set([...rest].filter((id) => !som.van.has(id))), sommen);
		if (meer && (!beste || meer.length + 1 < beste.length)) beste = [som, ...meer];
	}
	return beste;
}

/**
 * How many visits there were to these bijeenkomsten: by the totals that were given when those say
 * it, also as sum or difference (AC-34); else by the number of each.
 */
export function bezoekenIn(
	selectie: readonly string[],
	eigen: ReadonlyMap<string, Aantal>,
	totalen: readonly Totaal[],
) {
	const ids = new Set(selectie);
	const delen = ids.size > 0 ? samenstelling(ids, sommenVan(totalen)) : undefined;
	if (delen)
		return {
			aantal: delen.reduce((som, { aantal }) => som + aantal, 0),
			circa: delen.some(({ circa }) => circa),
			tenMinste: false,
			hoe: delen.map(({ hoe }) => hoe).join(' + '),
		};
	const aantallen = [...ids].map((id) => eigen.get(id) ?? { aantal: null, circa: false });
	return { ...telSom(aantallen), hoe: '' };
}

interface Inschrijving {
	id: string;
}

/** In the order in which they came; without a capacity there is room for everybody. */
export function wachtlijst(inschrijvingen: readonly Inschrijving[], capaciteit: number | null) {
	const ruim = capaciteit ?? inschrijvingen.length;
	return {
		geplaatst: inschrijvingen.slice(0, ruim).map(({ id }) => id),
		wacht: inschrijvingen.slice(ruim).map(({ id }, n) => ({ id, plaats: n + 1 })),
	};
}

/** Who had to wait and has a place now. */
export function schuiftOp(
	voor: readonly Inschrijving[],
	na: readonly Inschrijving[],
	{ was, is }: { was: number | null; is: number | null },
): string[] {
	const wachtte = new Set(wachtlijst(voor, was).wacht.map(({ id }) => id));
	return wachtlijst(na, is).geplaatst.filter((id) => wachtte.has(id));
}
