import { MAANDEN, WEEKDAGEN, type Dag } from './kalender.ts';

const KORT: Record<string, number> = {
	jan: 1,
	feb: 2,
	febr: 2,
	mrt: 3,
	apr: 4,
	jun: 6,
	jul: 7,
	aug: 8,
	sep: 9,
	sept: 9,
	okt: 10,
	nov: 11,
	dec: 12,
};

const ENGELS: Record<string, number> = {
	january: 1,
	february: 2,
	march: 3,
	mar: 3,
	may: 5,
	june: 6,
	july: 7,
	august: 8,
	october: 10,
	oct: 10,
};

/** The number of a Dutch month, in full or the usual abbreviation ("sept", "sept."). */
export function maandNummer(woord: string): number | undefined {
	const zonderPunt = woord.replace(/\.$/, '');
	const vol = (MAANDEN as readonly string[]).indexOf(zonderPunt);
	return vol >= 0 ? vol + 1 : KORT[zonderPunt];
}

/** What a word that is no Dutch month probably is: English, or a slip of the keys. */
export function bijnaMaand(woord: string): { maand: number; engels: boolean } | undefined {
	const zonderPunt = woord.replace(/\.$/, '');
	const engels = ENGELS[zonderPunt];
	if (engels) return { maand: engels, engels: true };
	if (zonderPunt.length < 4) return undefined;
	const lijkt = MAANDEN.findIndex((m) => m.slice(0, 3) === zonderPunt.slice(0, 3));
	return lijkt >= 0 ? { maand: lijkt + 1, engels: false } : undefined;
}

export const maandNaam = (maand: number) => MAANDEN[maand - 1] as string;

export const dagTekst = ({ jaar, maand, dag }: Dag) => `${dag} ${maandNaam(maand)} ${jaar}`;

const DAG_WOORD = new RegExp(
	`^(${WEEKDAGEN.map((d) => `${d}|${d.slice(0, 2)}`).join('|')})\\.?,? (?=\\d)`,
);

/** Takes "ma", "maandag," from the front: which day of the week, and the rest. */
export function zonderWeekdag(tekst: string): { weekdag?: string; rest: string } {
	const gevonden = DAG_WOORD.exec(tekst);
	if (!gevonden?.[1]) return { rest: tekst };
	const begin = gevonden[1].slice(0, 2);
	return {
		weekdag: WEEKDAGEN.find((d) => d.startsWith(begin)),
		rest: tekst.slice(gevonden[0].length),
	};
}

/** First and last month of a season; the winter of a year starts in its December. */
export const SEIZOENEN: Record<string, [number, number]> = {
	voorjaar: [3, 5],
	lente: [3, 5],
	zomer: [6, 8],
	najaar: [9, 11],
	herfst: [9, 11],
	winter: [12, 14],
};

export type Deel = 'begin' | 'midden' | 'eind';

export const DELEN: Record<string, Deel> = {
	begin: 'begin',
	start: 'begin',
	medio: 'midden',
	midden: 'midden',
	half: 'midden',
	halverwege: 'midden',
	eind: 'eind',
	einde: 'eind',
};

/** Words before a date that say nothing about which day it is. */
export const AANLOOP = /^(op|per|vanaf|sinds|in|van) /;

/** Words that make an exact day uncertain. */
export const ONGEVEER = /^(circa|ca\.?|rond|omstreeks|ongeveer) /;
