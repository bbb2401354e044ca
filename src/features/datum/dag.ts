import { dagenInMaand, isoVan, type Dag } from './kalender.ts';
import { bedoeldeJaren, eeuwErbij, isJaar } from './jaar.ts';
import { dagTekst, maandNaam } from './woorden.ts';

/** What a piece of text is taken to mean: from the first to the last possible day. */
export interface Punt {
	eerste: string;
	laatste: string;
	/** True when the text names the days themselves, so that nothing is assumed. */
	zeker: boolean;
}

/** Why a piece of text is refused, and what may have been meant. */
export interface Afkeuring {
	fout: string;
	voorstellen: string[];
}

export type Uitkomst = Punt | Afkeuring;

export const isAfkeuring = (uitkomst: Uitkomst): uitkomst is Afkeuring => 'fout' in uitkomst;

/** "Bedoel je 28 februari 2019 of 1 maart 2019?" */
const bedoelJe = (voorstellen: string[]) =>
	voorstellen.length ? ` Bedoel je ${voorstellen.join(' of ')}?` : '';

export const keurAf = (fout: string, voorstellen: string[] = []): Afkeuring => ({
	fout: fout + bedoelJe(voorstellen),
	voorstellen,
});

/** Refuses a year of two digits and a year that cannot be; `metJaar` writes the date again. */
export function keurJaar(
	jaar: string,
	metJaar: (jaar: number) => string,
	nu: number,
): Afkeuring | undefined {
	const getal = Number(jaar.replace(/^['’]/, ''));
	if (jaar.replace(/^['’]/, '').length === 2) {
		return keurAf('Schrijf het jaar met vier cijfers.', [metJaar(eeuwErbij(getal))]);
	}
	if (isJaar(getal)) return undefined;
	return keurAf(`Het jaar ${jaar} kan niet kloppen.`, bedoeldeJaren(getal, nu).map(metJaar));
}

/** A day of the calendar, or why there is no such day. */
export function keurDag({ jaar, maand, dag }: Dag): Uitkomst {
	if (maand < 1 || maand > 12) {
		const omgekeerd = maand <= 31 && dag >= 1 && dag <= 12;
		const voorstel = omgekeerd ? [dagTekst({ jaar, maand: dag, dag: maand })] : [];
		return keurAf(`Maand ${maand} bestaat niet.`, voorstel);
	}
	const dagen = dagenInMaand(jaar, maand);
	if (dag >= 1 && dag <= dagen) {
		const iso = isoVan({ jaar, maand, dag });
		return { eerste: iso, laatste: iso, zeker: true };
	}
	if (dag < 1) return keurAf('Een maand begint met dag 1.', [dagTekst({ jaar, maand, dag: 1 })]);
	const laatste = dagTekst({ jaar, maand, dag: dagen });
	const volgende =
		maand === 12
			? dagTekst({ jaar: jaar + 1, maand: 1, dag: 1 })
			: dagTekst({ jaar, maand: maand + 1, dag: 1 });
	const naam = maandNaam(maand);
	return keurAf(
		`${dagTekst({ jaar, maand, dag })} bestaat niet: ${naam} heeft${maand === 2 ? ` in ${jaar}` : ''} ${dagen} dagen.`,
		[laatste, volgende],
	);
}
