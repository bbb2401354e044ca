import type { PeriodeInput, SubsidieInput, WerkplaatsInput } from './input.ts';

/** What a form started from, and how to call who changed the row meanwhile. */
export interface Wijziging {
	id: string;
	basis?: Record<string, string>;
	wie?: (persoonId: string | null) => string;
}

export const naamVan = (persoonId: string | null, wie?: Wijziging['wie']) =>
	wie?.(persoonId) ?? 'Iemand anders';

/** The values of a form as texts: what two people may have written differently. */
export const werkplaatsTekst = (w: WerkplaatsInput) => ({
	naam: w.naam,
	korteNaam: w.korteNaam,
	regio: w.regio,
	voorganger: w.voorganger,
	voorgangerJaren: w.voorgangerJaren,
	centraalThema: w.centraalThema,
	website: w.website,
	hulpTelefoon: w.hulpTelefoon,
	privacyContact: w.privacyContact,
	kleed: w.kleed,
});

export const periodeTekst = (p: PeriodeInput & { nummer: number }) => ({
	nummer: String(p.nummer),
	naam: p.naam,
	van: p.van.geschreven,
	tot: p.tot.geschreven,
	uitvoeringVan: p.uitvoeringVan?.geschreven ?? '',
	status: p.status,
	toelichting: p.toelichting,
});

export const subsidieTekst = (s: SubsidieInput) => ({
	naam: s.naam,
	van: s.van.geschreven,
	tot: s.tot.geschreven,
});
