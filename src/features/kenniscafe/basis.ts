import { toonAantal, type Aantal } from '#features/bijeenkomst/aantal.ts';
import { CATEGORIEEN, type Bezoekerscategorie } from './categorie.ts';
import type { PerCategorie } from './input.ts';

interface Bezoek {
	totaal: Aantal & { aantalTekst: string };
	aantallen: PerCategorie;
}

/** What the form about visits starts from. */
export function basisBezoek({ totaal, aantallen }: Bezoek) {
	const per = (Object.keys(CATEGORIEEN) as Bezoekerscategorie[]).map((key) => [
		key,
		aantallen[key] === undefined ? '' : String(aantallen[key]),
	]);
	return {
		totaal: toonAantal(totaal),
		...(Object.fromEntries(per) as Record<Bezoekerscategorie, string>),
	};
}
