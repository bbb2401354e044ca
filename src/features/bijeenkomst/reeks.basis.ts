import { toonAantal } from './aantal.ts';
import type { ReeksInput } from './reeks.input.ts';

/** What the form about a reeks starts from. */
export const basisReeks = (r: ReeksInput) => ({
	titel: r.titel,
	soort: r.soort,
	soortAnders: r.soortAnders,
	aantal: toonAantal({ ...r.aantal, aantalTekst: '' }),
	datum: r.datum?.geschreven ?? '',
	periodeId: r.periodeId ?? '',
	toelichting: r.toelichting,
});
