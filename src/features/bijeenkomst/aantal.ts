export interface Aantal {
	/** null: nobody knows. Zero is known. */
	aantal: number | null;
	circa: boolean;
}

export interface GeschrevenAantal extends Aantal {
	/** As it was written: "ruim twintig" (R-24). */
	tekst: string;
}

const EEN_TOT_TWINTIG =
	'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
		' ',
	);
const TIENTALLEN = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');

/** "vijfentwintig", "tweeëndertig"; to a hundred. */
function leesWoord(woord: string): number | undefined {
	if (woord === 'honderd') return 100;
	const klein = EEN_TOT_TWINTIG.indexOf(woord);
	if (klein >= 0) return klein;
	const tien = TIENTALLEN.findIndex((naam) => woord.endsWith(naam));
	if (tien < 0) return undefined;
	const eenheid = woord.slice(0, -TIENTALLEN[tien]!.length);
	if (eenheid === '') return 20 + tien * 10;
	const [, voor] = /^(.+?)[eë]n$/.exec(eenheid) ?? [];
	const rest = voor === undefined ? -1 : EEN_TOT_TWINTIG.indexOf(voor);
	return rest >= 1 && rest <= 9 ? 20 + tien * 10 + rest : undefined;
}

const ONGEVEER =
	/^(?:circa|ca\.?|ongeveer|ruim|bijna|rond de|rond|een stuk of|naar schatting|geschat|zo['’]n|±|~|plusminus)\s*/;

const gewoon = (tekst: string) =>
	tekst.normalize('NFC').toLowerCase().replace('één', 'een').replace(/\s+/g, ' ').trim();

/** "30", "circa 30", "ruim twintig", "zo'n 25"; nothing is nobody knows; undefined is no number. */
export function leesAantal(geschreven: string): GeschrevenAantal | undefined {
	const tekst = geschreven.trim();
	if (tekst === '') return { aantal: null, circa: false, tekst };
	const klein = gewoon(tekst);
	const rest = klein.replace(ONGEVEER, '');
	const woord = rest.replace(/ (?:mensen|deelnemers|personen|bezoekers|aanwezigen)$/, '');
	const aantal = /^\d{1,5}$/.test(woord) ? Number(woord) : leesWoord(woord);
	return aantal === undefined ? undefined : { aantal, circa: rest !== klein, tekst };
}

/** As it was written, or else as it was meant. */
export function toonAantal({ aantal, circa, aantalTekst }: Aantal & { aantalTekst: string }) {
	if (aantalTekst) return aantalTekst;
	if (aantal === null) return '';
	return circa ? `circa ${aantal}` : String(aantal);
}

/** One estimate makes the sum one (R-24); one that nobody knows makes it a least (R-25). */
export const telSom = (items: readonly Aantal[]) => ({
	aantal: items.reduce((som, { aantal }) => som + (aantal ?? 0), 0),
	circa: items.some(({ aantal, circa }) => circa && aantal !== null),
	tenMinste: items.some(({ aantal }) => aantal === null),
});
