import { isAfkeuring, keurAf, keurDag, keurJaar, type Punt, type Uitkomst } from './dag.ts';
import { isoVan, maandSpan } from './kalender.ts';
import { bijnaMaand, DELEN, maandNaam, maandNummer, SEIZOENEN, type Deel } from './woorden.ts';

/** Reads one kind of notation; undefined when the text is not of that kind. */
type Lezer = (tekst: string, nu: number) => Uitkomst | undefined;

const JAAR = String.raw`(\d{4}|['’]?\d{2})`;
const span = ([eerste, laatste]: [string, string]): Punt => ({ eerste, laatste, zeker: false });

/** "8-7-2019", "08/07/2019", "8.7.2019". */
const cijfers: Lezer = (tekst, nu) => {
	const deel = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2${JAAR}$`).exec(tekst);
	if (!deel) return undefined;
	const [dag, maand] = [Number(deel[1]), Number(deel[3])];
	const metJaar = (jaar: number) =>
		maand >= 1 && maand <= 12 ? `${dag} ${maandNaam(maand)} ${jaar}` : `${dag}-${maand}-${jaar}`;
	return keurJaar(deel[4] ?? '', metJaar, nu) ?? keurDag({ jaar: Number(deel[4]), maand, dag });
};

/** "2019-07-08" and "2019-07". */
const iso: Lezer = (tekst, nu) => {
	const deel = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(tekst);
	if (!deel) return undefined;
	const [jaar, maand] = [Number(deel[1]), Number(deel[2])];
	const mis = keurJaar(deel[1] ?? '', (j) => `${j}${tekst.slice(4)}`, nu);
	if (mis) return mis;
	if (deel[3]) return keurDag({ jaar, maand, dag: Number(deel[3]) });
	return maand >= 1 && maand <= 12 ? span(maandSpan(jaar, maand, maand)) : undefined;
};

/** "07-2019". */
const maandCijfer: Lezer = (tekst, nu) => {
	const deel = /^(\d{1,2})[-/](\d{4})$/.exec(tekst);
	if (!deel) return undefined;
	const [maand, jaar] = [Number(deel[1]), Number(deel[2])];
	if (maand < 1 || maand > 12) return keurAf(`Maand ${maand} bestaat niet.`);
	const mis = keurJaar(deel[2] ?? '', (j) => `${maandNaam(maand)} ${j}`, nu);
	return mis ?? span(maandSpan(jaar, maand, maand));
};

/** Days 1–10, 11–20 and the rest of a month. */
function deelVanMaand(jaar: number, maand: number, deel: Deel | undefined): Punt {
	const heel = maandSpan(jaar, maand, maand);
	const dag = (nummer: number) => isoVan({ jaar, maand, dag: nummer });
	if (deel === 'begin') return span([heel[0], dag(10)]);
	if (deel === 'midden') return span([dag(11), dag(20)]);
	if (deel === 'eind') return span([dag(21), heel[1]]);
	return span(heel);
}

/** "8 juli 2019", "juli 2019", "begin juli 2019"; also refuses "8 july 2019" with a suggestion. */
const metMaand: Lezer = (tekst, nu) => {
	const deel = new RegExp(
		String.raw`^(?:(\d{1,2})(?:e|ste|de)?|([a-z]+))? ?\b([a-z]+\.?)(?: (?:van )?${JAAR})?$`,
	).exec(tekst);
	if (!deel) return undefined;
	const [, dag, voor, woord = '', jaar] = deel;
	const onderdeel = voor ? DELEN[voor] : undefined;
	if (voor && !onderdeel) return undefined;
	const bijna = bijnaMaand(woord);
	const maand = maandNummer(woord) ?? bijna?.maand;
	if (!maand) return undefined;
	const voorMaand = dag ? `${Number(dag)} ` : voor ? `${voor} ` : '';
	const metJaar = (j: number) => `${voorMaand}${maandNaam(maand)} ${j}`;
	if (!jaar) return keurAf('Schrijf het jaar erbij.', [metJaar(nu)]);
	const mis = keurJaar(jaar, metJaar, nu);
	if (mis) return mis;
	if (!maandNummer(woord)) {
		const reden = bijna?.engels
			? 'Schrijf de maand in het Nederlands.'
			: `De maand ${woord} kennen we niet.`;
		return keurAf(reden, [metJaar(Number(jaar))]);
	}
	return dag
		? keurDag({ jaar: Number(jaar), maand, dag: Number(dag) })
		: deelVanMaand(Number(jaar), maand, onderdeel);
};

/** "July 8, 2019" is not Dutch. */
const engels: Lezer = (tekst) => {
	const deel = /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(tekst);
	const maand = deel && (maandNummer(deel[1] ?? '') ?? bijnaMaand(deel[1] ?? '')?.maand);
	if (!deel || !maand) return undefined;
	return keurAf('Schrijf eerst de dag en dan de maand.', [
		`${Number(deel[2])} ${maandNaam(maand)} ${deel[3]}`,
	]);
};

/** "voorjaar 2018", "eind zomer 2018", "winter 2018-2019". */
const seizoen: Lezer = (tekst, nu) => {
	const deel = new RegExp(String.raw`^(?:([a-z]+) )?([a-z]+)(?: van)? ${JAAR}(?:[-/]\d{4})?$`).exec(
		tekst,
	);
	const maanden = deel && SEIZOENEN[deel[2] ?? ''];
	const onderdeel = deel?.[1] ? DELEN[deel[1]] : undefined;
	if (!deel || !maanden || (deel[1] && !onderdeel)) return undefined;
	const mis = keurJaar(deel[3] ?? '', (j) => tekst.replace(deel[3] ?? '', String(j)), nu);
	if (mis) return mis;
	const [van, tot] = maanden;
	const jaar = Number(deel[3]);
	if (onderdeel === 'begin') return span(maandSpan(jaar, van, van));
	if (onderdeel === 'midden') return span(maandSpan(jaar, van + 1, van + 1));
	return span(onderdeel ? maandSpan(jaar, tot, tot) : maandSpan(jaar, van, tot));
};

const DEEL_VAN_JAAR: Record<Deel, [number, number]> = {
	begin: [1, 3],
	midden: [5, 8],
	eind: [10, 12],
};

/** "2018", "eind 2018", "medio 2018". */
const jaarDeel: Lezer = (tekst, nu) => {
	const deel = new RegExp(String.raw`^(?:([a-z]+) )?${JAAR}$`).exec(tekst);
	const onderdeel = deel?.[1] ? DELEN[deel[1]] : undefined;
	if (!deel || (deel[1] && !onderdeel)) return undefined;
	const voor = deel[1] ? `${deel[1]} ` : '';
	const mis = keurJaar(deel[2] ?? '', (j) => `${voor}${j}`, nu);
	const [van, tot] = onderdeel ? DEEL_VAN_JAAR[onderdeel] : [1, 12];
	return mis ?? span(maandSpan(Number(deel[2]), van, tot));
};

const RANG: Record<string, number> = { eerste: 1, tweede: 2, derde: 3, vierde: 4 };

/** "1e helft 2019", "tweede kwartaal van 2018". */
const helftOfKwartaal: Lezer = (tekst, nu) => {
	const deel =
		/^(?:(\d)(?:e|ste|de)|(eerste|tweede|derde|vierde)) (helft|kwartaal)(?: van)? (\d{4})$/.exec(
			tekst,
		);
	if (!deel) return undefined;
	const rang = deel[1] ? Number(deel[1]) : RANG[deel[2] ?? ''];
	const maanden = deel[3] === 'helft' ? 6 : 3;
	if (!rang || rang * maanden > 12) return undefined;
	const mis = keurJaar(deel[4] ?? '', (j) => tekst.replace(/\d{4}$/, String(j)), nu);
	return mis ?? span(maandSpan(Number(deel[4]), (rang - 1) * maanden + 1, rang * maanden));
};

/** "schooljaar 2018-2019" runs from August to July. */
const schooljaar: Lezer = (tekst) => {
	const deel = /^(?:school|studie)jaar (\d{4})[-/](\d{4})$/.exec(tekst);
	if (!deel || Number(deel[2]) !== Number(deel[1]) + 1) return undefined;
	return span(maandSpan(Number(deel[1]), 8, 19));
};

const LEZERS: Lezer[] = [
	iso,
	cijfers,
	maandCijfer,
	jaarDeel,
	seizoen,
	helftOfKwartaal,
	schooljaar,
	metMaand,
	engels,
];

/** Reads one date, exact or vague, of cleaned text. */
export function leesPunt(tekst: string, nu: number): Uitkomst | undefined {
	for (const lezer of LEZERS) {
		const uitkomst = lezer(tekst, nu);
		if (uitkomst) return uitkomst;
	}
	return undefined;
}

export const isPunt = (uitkomst: Uitkomst | undefined): uitkomst is Punt =>
	uitkomst !== undefined && !isAfkeuring(uitkomst);
