import type { Perspectief } from '#access/actor.ts';
import { fold } from '#server/search/stem.ts';

/** Where hours of a line count (§12.2). It follows from the line and the day, and is never stored. */
export type Bak =
	| { soort: 'partner'; organisatieId: string; koepelId: string | null }
	| { soort: 'trekker'; organisatieId: string }
	| { soort: 'studenten' }
	| { soort: 'overig'; sub: 'organisaties' | 'bewoners' | 'buiten-regio' }
	| { soort: 'toe-te-wijzen' };

export interface BakRegel {
	perspectief: Perspectief;
	organisatieId: string | null;
	organisatieNaam: string;
	buitenRegio: boolean;
}

/** What has to be known of organisaties, on any day. */
export interface BakWereld {
	trekkers: ReadonlySet<string>;
	partnerOp(organisatieId: string, dag: string): boolean;
	/** The nearest first. */
	koepelsBoven(organisatieId: string): readonly string[];
}

const BEWONERS: readonly Perspectief[] = ['bewoner', 'vrijwilliger'];
const ONDERNEMERS: readonly Perspectief[] = ['ondernemer', 'anders'];
const overig = (sub: 'organisaties' | 'bewoners' | 'buiten-regio'): Bak => ({
	soort: 'overig',
	sub,
});

function vanOrganisatie(
	organisatieId: string,
	{ buitenRegio }: BakRegel,
	[dag, wereld]: [string, BakWereld],
): Bak {
	if (wereld.trekkers.has(organisatieId)) return { soort: 'trekker', organisatieId };
	if (wereld.partnerOp(organisatieId, dag))
		return { soort: 'partner', organisatieId, koepelId: null };
	// the line stays that of the member, and counts for the koepel
	const koepelId = wereld.koepelsBoven(organisatieId).find((id) => wereld.partnerOp(id, dag));
	if (koepelId) return { soort: 'partner', organisatieId, koepelId };
	return overig(buitenRegio ? 'buiten-regio' : 'organisaties');
}

function vanNiemand({ perspectief, buitenRegio }: BakRegel): Bak {
	if (buitenRegio) return overig('buiten-regio');
	if (BEWONERS.includes(perspectief)) return overig('bewoners');
	return ONDERNEMERS.includes(perspectief) ? overig('organisaties') : { soort: 'toe-te-wijzen' };
}

/** Of one line on its day: a partnerschap that ended or began moves it (AC-43, R-15, R-30, R-32). */
export function bakVan(regel: BakRegel, dag: string, wereld: BakWereld): Bak {
	if (regel.perspectief === 'student') return { soort: 'studenten' };
	if (regel.organisatieId !== null)
		return vanOrganisatie(regel.organisatieId, regel, [dag, wereld]);
	return regel.organisatieNaam === '' ? vanNiemand(regel) : { soort: 'toe-te-wijzen' };
}

interface Benoemd {
	id: string;
	naam: string;
	aliassen: readonly string[];
}

const gelijk = (a: string, b: string) => fold(a.trim()) === fold(b.trim());

/** By exactly its name or one of its aliassen; a guess is never taken. */
export function organisatieBij(naam: string, organisaties: readonly Benoemd[]): string | null {
	if (!naam.trim()) return null;
	const found = organisaties.filter((o) => [o.naam, ...o.aliassen].some((n) => gelijk(n, naam)));
	return found.length === 1 ? found[0]!.id : null;
}

/** Minutes per bak, not rounded. Lines without known minutes count as none. */
export function telBakken(
	regels: readonly (BakRegel & { dag: string; minuten: number | null })[],
	wereld: BakWereld,
): { bak: Bak; minuten: number }[] {
	const bakken = new Map<string, { bak: Bak; minuten: number }>();
	for (const regel of regels) {
		const bak = bakVan(regel, regel.dag, wereld);
		const sleutel = JSON.stringify(bak);
		const tot = bakken.get(sleutel) ?? { bak, minuten: 0 };
		bakken.set(sleutel, { bak, minuten: tot.minuten + (regel.minuten ?? 0) });
	}
	return [...bakken.values()];
}
