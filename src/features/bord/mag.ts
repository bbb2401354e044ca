import type { BordBeeld, GroepBeeld } from './beeld.ts';
import type { BordSessie } from './sessie.svelte.ts';
import { kiestVerhaal } from './soort.ts';

/** Arrange by hand: who may, once the live table is there. */
export const magSchikken = (sessie: BordSessie): boolean =>
	sessie.staat.may.arrange && sessie.doc !== undefined && sessie.live?.right === 'schrijven';

/** How a groep is called where it has to be chosen. */
export const groepLabel = (groepen: readonly GroepBeeld[], groep: GroepBeeld): string =>
	groep.naam || `Groep ${groepen.indexOf(groep) + 1}, nog zonder naam`;

const KORT = 60;
const kort = (tekst: string) =>
	tekst.length > KORT
		? `${tekst
				.slice(0, KORT - 1)
				.toWellFormed()
				.trimEnd()}…`
		: tekst;

/** To what dots go on this bord, by what it is called: groepen, or the stories to choose from. */
export const doelenVan = ({
	stand,
	groepen,
	verhalen,
}: BordBeeld): { id: string; naam: string }[] =>
	kiestVerhaal(stand.soort)
		? verhalen.map(({ id, tekst }) => ({ id, naam: kort(tekst) }))
		: groepen.map((groep) => ({ id: groep.id, naam: groepLabel(groepen, groep) }));

/** What lies beside it: the row of its groep, or the loose ones. */
export function rijVan(beeld: BordBeeld, groepId: string) {
	return groepId ? (beeld.groepen.find(({ id }) => id === groepId)?.briefjes ?? []) : beeld.los;
}

/** The one that a thing comes before when it goes one place up or down; null is the end. */
export function buurVan(
	rij: readonly { id: string }[],
	id: string,
	kant: 'op' | 'neer',
): { voor: string | null } | undefined {
	const at = rij.findIndex((one) => one.id === id);
	const naar = kant === 'op' ? at - 1 : at + 2;
	if (at < 0 || naar < 0 || naar > rij.length) return undefined;
	return { voor: rij[naar]?.id ?? null };
}

/** In no groep; what is kept for later lies at Doen. */
export const losOpTafel = ({ los }: BordBeeld) => los.filter(({ fase }) => fase !== 'doen');

/** How many of them there still are, once there are groepen to put them in. */
export function hoeveelLos(beeld: BordBeeld): string {
	const { length } = losOpTafel(beeld);
	if (beeld.briefjes.length === 0 || beeld.groepen.length === 0) return '';
	if (length === 0) return 'Er ligt niets meer los.';
	return length === 1 ? '1 ligt nog los' : `${length} liggen nog los`;
}
