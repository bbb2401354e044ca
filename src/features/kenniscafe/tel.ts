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
const zonder = (heel: ReadonlySet<string>, deel: ReadonlySet<string>) =>
	new Set([...heel].filter((id) => !deel.has(id)));

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
				van: zonder(heel.van, deel.van),
				aantal: heel.aantal - deel.aantal,
				circa: heel.circa || deel.circa,
				hoe: `${heel.hoe} − ${deel.hoe}`,
			})),
	);
	return [...gegeven, ...verschillen]
		.filter(({ van, aantal }) => van.size > 0 && aantal >= 0)
		.sort((a, b) => b.van.size - a.van.size);
}

interface Uitkomst {
	sommen: Som[];
	/** Those that no total is about. */
	los: string[];
	prijs: number;
}

/** What nobody knows costs more than any way to know it. */
const ONBEKEND = 10_000;
/** Totals that overlap in many ways have no end of ways to add up; the best until here counts. */
const MEEST = 5_000;

/** As few numbers as possible that together are exactly these, each a total or of one bijeenkomst. */
function samenstelling(
	ids: ReadonlySet<string>,
	sommen: readonly Som[],
	bekend: (id: string) => boolean,
): Uitkomst {
	let beste: Uitkomst = { sommen: [], los: [...ids], prijs: Infinity };
	let stappen = 0;
	const zoek = (rest: ReadonlySet<string>, nu: Uitkomst) => {
		if (nu.prijs >= beste.prijs || stappen++ > MEEST) return;
		const [eerste] = rest;
		if (eerste === undefined) return void (beste = nu);
		for (const som of sommen)
			if (som.van.has(eerste) && isIn(som.van, rest))
				zoek(zonder(rest, som.van), {
					...nu,
					sommen: [...nu.sommen, som],
					prijs: nu.prijs + 1,
				});
		const los = [...nu.los, eerste];
		const prijs = nu.prijs + (bekend(eerste) ? 1 : ONBEKEND);
		zoek(zonder(rest, new Set([eerste])), { ...nu, los, prijs });
	};
	zoek(ids, { sommen: [], los: [], prijs: 0 });
	return beste;
}

/**
 * How many visits there were to these bijeenkomsten: by the totals that were given when those say
 * it, also as sum or difference (AC-34); of what is left by the number of each.
 */
export function bezoekenIn(
	selectie: readonly string[],
	eigen: ReadonlyMap<string, Aantal>,
	totalen: readonly Totaal[],
) {
	const aantalVan = (id: string) => eigen.get(id) ?? { aantal: null, circa: false };
	const { sommen, los } = samenstelling(
		new Set(selectie),
		sommenVan(totalen),
		(id) => aantalVan(id).aantal !== null,
	);
	const rest = telSom(los.map(aantalVan));
	const delen = [...sommen.map(({ hoe }) => hoe), ...(rest.aantal > 0 ? [rest.aantal] : [])];
	return {
		aantal: sommen.reduce((som, { aantal }) => som + aantal, rest.aantal),
		circa: rest.circa || sommen.some(({ circa }) => circa),
		tenMinste: rest.tenMinste,
		/** By which totals; empty when each has its own number. */
		hoe: sommen.length > 0 ? delen.join(' + ') : '',
	};
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
