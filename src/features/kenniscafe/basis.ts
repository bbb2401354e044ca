import { toonDag } from '#features/datum/toon.ts';
import { toonAantal, type Aantal } from '#features/bijeenkomst/aantal.ts';
import { CATEGORIEEN, type Bezoekerscategorie } from './categorie.ts';
import type { CafeInput, PerCategorie } from './input.ts';

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

interface Bladzijde {
	titel: string;
	tekst: string;
	sprekers: string;
	toontPlaats: boolean;
	toontOrganisatoren: boolean;
	toontAantal: boolean;
	toontErvaringen: boolean;
	capaciteit: number | null;
	aanmeldenTot: string;
}

const jaNee = (aan: boolean) => (aan ? 'ja' : '');

/** What the form about the public page starts from. */
export const basisBladzijde = (b: Bladzijde) => ({
	titel: b.titel,
	tekst: b.tekst,
	sprekers: b.sprekers,
	toontPlaats: jaNee(b.toontPlaats),
	toontOrganisatoren: jaNee(b.toontOrganisatoren),
	toontAantal: jaNee(b.toontAantal),
	toontErvaringen: jaNee(b.toontErvaringen),
	capaciteit: b.capaciteit === null ? '' : String(b.capaciteit),
	aanmeldenTot: b.aanmeldenTot && toonDag(b.aanmeldenTot),
});

/** What the form about a kenniscafé starts from. */
export const basisCafe = (cafe: CafeInput | undefined) => ({
	nummer: cafe?.nummer ? String(cafe.nummer) : '',
	thema: cafe?.thema ?? '',
	aanleiding: cafe?.aanleiding ?? '',
	toelichting: cafe?.toelichting ?? '',
});
