import { toonGetal } from '#features/datum/getal.ts';

/** Numbers as people type them in Dutch. What can mean two things is asked, never guessed. */

type Gelezen = { ok: true; waarde: number } | { ok: false; fout: string };

const fout = (zin: string): Gelezen => ({ ok: false, fout: zin });

const DUIZENDTAL = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/;
const KOMMA = /^\d+(,\d{1,2})?$/;
const PUNT = /^\d+\.\d{1,2}$/;

/** "2.500" → 2500, "2500,50" and "2500.50" → 2500.5; undefined for all else. */
function getal(tekst: string): number | undefined {
	if (DUIZENDTAL.test(tekst)) return Number(tekst.replaceAll('.', '').replace(',', '.'));
	if (KOMMA.test(tekst)) return Number(tekst.replace(',', '.'));
	if (PUNT.test(tekst)) return Number(tekst);
	return undefined;
}

/** "2,500" and "1,234.50" are the English way, or a slip: ask which. */
function vraag(tekst: string): string | undefined {
	const deel = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(tekst);
	if (!deel?.[1]) return undefined;
	const heel = Number(deel[1].replaceAll(',', '') + (deel[2] ? `.${deel[2]}` : ''));
	const klein = Number(deel[1].replace(',', '.').replaceAll(',', ''));
	return deel[2]
		? `Bedoel je ${toonGetal(heel)}?`
		: `Bedoel je ${toonGetal(heel)} of ${toonGetal(klein)}?`;
}

const MAX_EURO = 100_000_000;
const MAX_UUR = 100_000;

/** @returns euro cents */
export function leesBedrag(geschreven: string): Gelezen {
	const tekst = geschreven
		.replace(/^\s*(€|eur(o)?\b)/i, '')
		.replace(/(,-+|euro)\s*$/i, '')
		.replace(/\s/g, '');
	const euro = getal(tekst);
	if (euro === undefined)
		return fout(vraag(tekst) ?? 'Schrijf een bedrag in euro, zoals 2.500 of 2.500,50.');
	if (euro > MAX_EURO) return fout('Dit bedrag is te groot. Klopt het aantal nullen?');
	return { ok: true, waarde: Math.round(euro * 100) };
}

/** @returns minutes */
export function leesUren(geschreven: string): Gelezen {
	const tekst = geschreven.replace(/\s|uur|uren/gi, '');
	const klok = /^(\d{1,6}):([0-5]\d)$/.exec(tekst);
	const uren = klok ? Number(klok[1]) + Number(klok[2]) / 60 : getal(tekst);
	if (uren === undefined) return fout(vraag(tekst) ?? 'Schrijf een aantal uren, zoals 40 of 12,5.');
	if (uren > MAX_UUR) return fout('Dit zijn te veel uren voor een half jaar.');
	return { ok: true, waarde: Math.round(uren * 60) };
}

/** 750 minutes → "12,5". */
export const urenTekst = (minuten: number) => toonGetal(minuten / 60);

const metCenten = new Intl.NumberFormat('nl-NL', {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2,
});

/** 250000 cents → "2.500", 250050 → "2.500,50". */
export const bedragTekst = (centen: number) =>
	centen % 100 === 0 ? toonGetal(centen / 100) : metCenten.format(centen / 100);
