import { isAfkeuring, keurAf, type Afkeuring, type Punt, type Uitkomst } from './dag.ts';
import { feestdag } from './feestdag.ts';
import { dagVanIso, plusDagen, weekdag } from './kalender.ts';
import { isPunt, leesPunt } from './punt.ts';
import type { Schrijfdatum } from './schrijfdatum.ts';
import { AANLOOP, ONGEVEER, zonderWeekdag, dagTekst } from './woorden.ts';

/** Which end of a span the date is: it decides the day that a vague date counts as. */
export type Rand = 'begin' | 'eind';

export type Gelezen =
	| { ok: true; datum: Schrijfdatum; waarschuwing?: string }
	| { ok: false; fout: string; voorstellen: string[] };

interface LeesOpties {
	rand: Rand;
	/** The year it is now, for suggestions. */
	nu?: number;
}

const schoon = (tekst: string) =>
	tekst
		.normalize('NFC')
		.toLowerCase()
		.replace(/[‐‑‒–—−]/g, '-')
		.replace(/[.;]$/, '')
		.replace(/\s+/g, ' ')
		.trim();

interface Los {
	uitkomst: Uitkomst | undefined;
	waarschuwing?: string;
}

/** One date with what may stand around it: "op ma 8 juli 2019", "rond 8 juli 2019". */
function leesLos(tekst: string, nu: number): Los {
	const zonderAanloop = tekst.replace(AANLOOP, '');
	const zonderOngeveer = zonderAanloop.replace(ONGEVEER, '');
	const { weekdag: genoemd, rest } = zonderWeekdag(zonderOngeveer);
	const gelezen = leesPunt(rest, nu);
	if (!isPunt(gelezen)) return { uitkomst: gelezen };
	const exact = gelezen.zeker && gelezen.eerste === gelezen.laatste;
	const uitkomst = zonderOngeveer === zonderAanloop ? gelezen : { ...gelezen, zeker: false };
	const echt = weekdag(gelezen.eerste);
	if (!genoemd || !exact || genoemd === echt) return { uitkomst };
	const datum = dagTekst(dagVanIso(gelezen.eerste));
	return { uitkomst, waarschuwing: `${datum} is een ${echt}, geen ${genoemd}.` };
}

/** Where a text may be cut into a first and a last date, the clearest words first. */
function* helften(tekst: string): Generator<{ van: string; tot: string; los: boolean }> {
	const tussen = /^tussen (.+) en (.+)$/.exec(tekst);
	if (tussen) yield { van: tussen[1] ?? '', tot: tussen[2] ?? '', los: true };
	for (const woord of [' t/m ', ' tot en met ', ' tot ', ' en ', ' - ']) {
		const [van, tot, meer] = tekst.split(woord);
		if (van && tot && !meer) yield { van, tot, los: false };
	}
	for (let i = tekst.indexOf('-'); i > 0; i = tekst.indexOf('-', i + 1)) {
		yield { van: tekst.slice(0, i).trim(), tot: tekst.slice(i + 1).trim(), los: false };
	}
}

/** "23" of "23-27 juli 2017" and "28 juni" of "28 juni - 3 juli 2017" borrow from the end. */
function* vanMetLeen(van: string, tot: string): Generator<string> {
	yield van;
	const jaar = /\d{4}$/.exec(tot)?.[0];
	if (!jaar) return;
	if (/[a-z]/.test(van)) yield `${van} ${jaar}`;
	const maandEnJaar = /([a-z]+\.?) \d{4}$/.exec(tot)?.[0];
	if (/\d{1,2}$/.test(van) && maandEnJaar) yield `${van} ${maandEnJaar}`;
}

function omgekeerd(van: string, tot: string): Afkeuring {
	return keurAf('Het begin ligt na het eind.', [`${tot} - ${van}`]);
}

function leesBereik(tekst: string, nu: number): Los {
	let fout: Afkeuring | undefined;
	for (const { van, tot, los } of helften(tekst)) {
		const eind = leesLos(tot, nu);
		if (!eind.uitkomst) continue;
		if (isAfkeuring(eind.uitkomst)) {
			fout ??= eind.uitkomst;
			continue;
		}
		for (const heel of vanMetLeen(van, tot)) {
			const begin = leesLos(heel, nu);
			if (!begin.uitkomst) continue;
			if (isAfkeuring(begin.uitkomst)) {
				fout ??= heel === van ? undefined : begin.uitkomst;
				continue;
			}
			if (begin.uitkomst.eerste > eind.uitkomst.laatste) return { uitkomst: omgekeerd(heel, tot) };
			const zeker = !los && begin.uitkomst.zeker && eind.uitkomst.zeker;
			return {
				uitkomst: { eerste: begin.uitkomst.eerste, laatste: eind.uitkomst.laatste, zeker },
				waarschuwing: begin.waarschuwing ?? eind.waarschuwing,
			};
		}
	}
	return { uitkomst: fout };
}

/** First and last days of a month are limits of agreements, so nobody meant to meet on them. */
const isGrens = (iso: string) => iso.endsWith('-01') || plusDagen(iso, 1).endsWith('-01');

function vreemdeDag({ eerste, laatste, zeker }: Punt): string | undefined {
	if (!zeker || eerste !== laatste || isGrens(eerste)) return undefined;
	const naam = feestdag(eerste);
	const datum = dagTekst(dagVanIso(eerste));
	if (naam) return `${datum} is ${naam}. Klopt dat?`;
	return weekdag(eerste) === 'zondag' ? `${datum} is een zondag. Klopt dat?` : undefined;
}

/**
 * Reads a date as people write it in Dutch. What cannot be is refused with a
 * suggestion, what is strange gets a warning; nothing is changed silently.
 */
export function leesDatum(geschreven: string, { rand, nu }: LeesOpties): Gelezen {
	const jaarNu = nu ?? new Date().getFullYear();
	const tekst = schoon(geschreven);
	if (!tekst) return { ok: false, fout: 'Vul een datum in, zoals 8 juli 2019.', voorstellen: [] };
	const los = leesLos(tekst, jaarNu);
	const bereik = isPunt(los.uitkomst) ? los : leesBereik(tekst, jaarNu);
	const uitkomst = isPunt(bereik.uitkomst) ? bereik.uitkomst : (los.uitkomst ?? bereik.uitkomst);
	if (!uitkomst) {
		return {
			ok: false,
			...keurAf('Deze datum begrijpen we niet. Schrijf bijvoorbeeld 8 juli 2019 of eind 2018.'),
		};
	}
	if (isAfkeuring(uitkomst)) return { ok: false, ...uitkomst };
	const { eerste, laatste, zeker } = uitkomst;
	const waarschuwing = bereik.waarschuwing ?? vreemdeDag(uitkomst);
	const datum: Schrijfdatum = {
		geschreven: geschreven.normalize('NFC').replace(/\s+/g, ' ').trim(),
		eerste,
		dag: rand === 'begin' ? eerste : laatste,
		laatste,
		aangenomen: !zeker,
	};
	return { ok: true, datum, ...(waarschuwing && { waarschuwing }) };
}
