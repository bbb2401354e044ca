import { dagVanIso, MAANDEN, weekdag } from './kalender.ts';
import { isEenDag, type Schrijfdatum } from './schrijfdatum.ts';
import { AANLOOP, dagTekst, maandNaam, maandNummer } from './woorden.ts';

const ZONE = 'Europe/Amsterdam';

/** "8 juli 2019". */
export const toonDag = (iso: string) => dagTekst(dagVanIso(iso));

/** "do 11 juni", for what is near. */
export function toonDagKort(iso: string): string {
	const { maand, dag } = dagVanIso(iso);
	return `${weekdag(iso).slice(0, 2)} ${dag} ${maandNaam(maand)}`;
}

/** "08-07-2019", for tables. */
export const toonDagTabel = (iso: string) => iso.split('-').reverse().join('-');

/** "23–27 juli 2017", "28 juni – 3 juli 2017": what both ends share is said once. */
function toonBereik(eerste: string, laatste: string): string {
	const [van, tot] = [dagVanIso(eerste), dagVanIso(laatste)];
	if (van.jaar !== tot.jaar) return `${dagTekst(van)} – ${dagTekst(tot)}`;
	if (van.maand !== tot.maand) return `${van.dag} ${maandNaam(van.maand)} – ${dagTekst(tot)}`;
	return `${van.dag}–${dagTekst(tot)}`;
}

const MAAND_IN_CIJFERS = /^(?:(\d{1,2})[-/](\d{4})|(\d{4})-(\d{1,2}))$/;

/** What was written, in house format: small letters, months in full, an en dash. */
function huisstijl(geschreven: string): string {
	const klein = geschreven.toLowerCase().replace(/\s+/g, ' ').trim().replace(AANLOOP, '');
	const cijfers = MAAND_IN_CIJFERS.exec(klein);
	if (cijfers) {
		const maand = Number(cijfers[1] ?? cijfers[4]);
		return `${maandNaam(maand)} ${cijfers[2] ?? cijfers[3]}`;
	}
	return klein
		.replace(/[a-z]+\.?/g, (woord) => {
			const maand = maandNummer(woord);
			return maand ? (MAANDEN[maand - 1] ?? woord) : woord;
		})
		.replace(/(\d{4})[-‐‑‒–—](?=\d{4})/g, '$1–')
		.replace(/ [-‐‑‒–—] /g, ' – ')
		.replace(/([a-z])[-‐‑‒–—](?=[a-z])/g, '$1–');
}

/** A date in house format: normalised when it is exact, as it was written when it is not. */
export function toonDatum({ geschreven, eerste, laatste, aangenomen }: Schrijfdatum): string {
	if (aangenomen) return huisstijl(geschreven);
	return eerste === laatste ? toonDag(eerste) : toonBereik(eerste, laatste);
}

/** The same, with the day of the week of one sure day: "donderdag 11 juni 2026". */
export const toonMetWeekdag = (datum: Schrijfdatum): string =>
	isEenDag(datum) ? `${weekdag(datum.dag)} ${toonDatum(datum)}` : toonDatum(datum);

/** How a date is understood, for beside the field: "Dat lezen we als 31 december 2018 (aangenomen)." */
export function toonLezing({ eerste, dag, laatste, aangenomen }: Schrijfdatum): string {
	if (aangenomen) return `Dat lezen we als ${toonDag(dag)} (aangenomen).`;
	if (eerste === laatste) return `Dat lezen we als ${weekdag(dag)} ${toonDag(dag)}.`;
	return `Dat lezen we als ${toonBereik(eerste, laatste)}.`;
}

/** "januari 2016 – juli 2017"; an open end says "nu". */
export const toonPeriode = (van: Schrijfdatum, tot: Schrijfdatum | null) =>
	`${toonDatum(van)} – ${tot ? toonDatum(tot) : 'nu'}`;

/** Lists sort by the first possible day; the shorter span first; no date comes last. */
export function vergelijkDatum(a: Schrijfdatum | null, b: Schrijfdatum | null): number {
	if (!a || !b) return Number(!a) - Number(!b);
	return a.eerste < b.eerste ? -1 : a.eerste > b.eerste ? 1 : a.laatste.localeCompare(b.laatste);
}

const tijd = new Intl.DateTimeFormat('nl-NL', {
	timeZone: ZONE,
	hour: '2-digit',
	minute: '2-digit',
});
const dagInZone = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });

/** "14.00 uur". */
export const toonTijd = (at: Date) => `${tijd.format(at).replace(':', '.')} uur`;

/** The day in Amsterdam of a moment, as `2019-07-08`. */
export const dagVanMoment = (at: Date) => dagInZone.format(at);

/** "8 juli 2019, 14.00 uur". */
export const toonMoment = (at: Date) => `${toonDag(dagVanMoment(at))}, ${toonTijd(at)}`;

const aantal = (n: number, een: string, meer: string) => `${n} ${n === 1 ? een : meer}`;

/** Near times are relative ("over 20 minuten", "3 dagen geleden"), far ones a day. */
export function toonNabij(at: Date, nu: Date): string {
	const minuten = Math.round((at.getTime() - nu.getTime()) / 60_000);
	const richting = (tekst: string) => (minuten > 0 ? `over ${tekst}` : `${tekst} geleden`);
	const ver = Math.abs(minuten);
	if (ver === 0) return 'nu';
	if (ver < 60) return richting(aantal(ver, 'minuut', 'minuten'));
	const [van, naar] = [dagVanMoment(nu), dagVanMoment(at)];
	const dagen = Math.round((Date.parse(naar) - Date.parse(van)) / 86_400_000);
	if (dagen === 0) return richting(`${Math.round(ver / 60)} uur`);
	if (dagen === 1) return 'morgen';
	if (dagen === -1) return 'gisteren';
	if (Math.abs(dagen) < 7) return richting(aantal(Math.abs(dagen), 'dag', 'dagen'));
	return toonDag(naar);
}

/** "2018-2019": a school year starts in August. */
export function schooljaar(iso: string): string {
	const { jaar, maand } = dagVanIso(iso);
	const begin = maand >= 8 ? jaar : jaar - 1;
	return `${begin}-${begin + 1}`;
}

/** "1e helft 2019". */
export function halfjaar(iso: string): string {
	const { jaar, maand } = dagVanIso(iso);
	return `${maand <= 6 ? '1e' : '2e'} helft ${jaar}`;
}
