import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import type { BordBeeld, BriefjeBeeld } from './beeld.ts';
import { ZONDER_NAAM } from './soort.ts';

/** What something was made of. */
export interface Bron {
	id: string;
	soort: 'groep' | 'briefje' | 'inzicht' | 'afspraak';
	tekst: string;
}

/** Worked out once for each time that the table changed, however many things ask for it. */
function eenmaal<T>(maak: (beeld: BordBeeld) => T): (beeld: BordBeeld) => T {
	const gemaakt = new WeakMap<BordBeeld, { is: T }>();
	return (beeld) => {
		const al = gemaakt.get(beeld) ?? { is: maak(beeld) };
		gemaakt.set(beeld, al);
		return al.is;
	};
}

/** How each thing on the table is called, by its id. */
export const bronnenVan = eenmaal(({ groepen, briefjes, inzichten, afspraken }) => {
	const bronnen: Bron[] = [
		...groepen.map(({ id, naam }) => ({ id, soort: 'groep' as const, tekst: naam })),
		...briefjes.map(({ id, tekst }) => ({ id, soort: 'briefje' as const, tekst })),
		...inzichten.map(({ id, tekst }) => ({ id, soort: 'inzicht' as const, tekst })),
		...afspraken.map(({ id, wat }) => ({ id, soort: 'afspraak' as const, tekst: wat })),
	];
	return new Map(
		bronnen.map((bron) => [bron.id, { ...bron, tekst: bron.tekst || ZONDER_TEKST[bron.soort] }]),
	);
});

const gemaaktVan = eenmaal(
	({ inzichten, afspraken }) =>
		new Map([...inzichten, ...afspraken].map((ding) => [ding.id, ding.uit])),
);

const ZONDER_TEKST: Record<Bron['soort'], string> = {
	groep: ZONDER_NAAM,
	briefje: 'Leeg briefje',
	inzicht: 'Inzicht zonder tekst',
	afspraak: 'Afspraak zonder tekst',
};

/** From an action back to the stories: the briefjes below it, through inzichten and groepen. */
export function verhalenOnder(beeld: BordBeeld, id: string): BriefjeBeeld[] {
	const gemaakt = gemaaktVan(beeld);
	const onder = new Set<string>();
	const zoek = (ids: readonly string[]) => {
		for (const one of ids) {
			if (onder.has(one)) continue;
			onder.add(one);
			zoek(gemaakt.get(one) ?? []);
		}
	};
	zoek([id]);
	return beeld.briefjes.filter(
		(briefje) => onder.has(briefje.id) || (briefje.groepId !== '' && onder.has(briefje.groepId)),
	);
}

/** From which sides that was told, each once and in a fixed order. */
export function kantenVan(briefjes: readonly BriefjeBeeld[]): Perspectief[] {
	const told = new Set(briefjes.map(({ perspectief }) => perspectief));
	return (Object.keys(PERSPECTIEVEN) as Perspectief[]).filter((kant) => told.has(kant));
}
