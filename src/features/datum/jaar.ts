/** Outside these years a date is a slip of the keys, not history. */
const EERSTE_JAAR = 1950;
const LAATSTE_JAAR = 2099;

/** Years that are suggested: the first Wmo-werkplaatsen are of 2009. */
const VROEGSTE_VOORSTEL = 2000;

export const isJaar = (jaar: number) => jaar >= EERSTE_JAAR && jaar <= LAATSTE_JAAR;

/** "19" and "'19" leave the century to the reader: this is what we would propose. */
export const eeuwErbij = (jaar: number) => (jaar >= 50 ? 1900 + jaar : 2000 + jaar);

const RIJ = '1234567890';

/** 0 the same digit, 1 the key beside it, 2 another digit. */
function misslag(getypt: string, bedoeld: string): number {
	if (getypt === bedoeld) return 0;
	return Math.abs(RIJ.indexOf(getypt) - RIJ.indexOf(bedoeld)) === 1 ? 1 : 2;
}

const verwisseld = (a: string, i: number) =>
	a.slice(0, i) + (a[i + 1] ?? '') + (a[i] ?? '') + a.slice(i + 2);

function afstand(getypt: string, bedoeld: string): number {
	const swaps = [0, 1, 2].some((i) => verwisseld(getypt, i) === bedoeld);
	if (swaps) return 1;
	return [...getypt].reduce((som, cijfer, i) => som + misslag(cijfer, bedoeld[i] ?? ''), 0);
}

/**
 * The years somebody may have meant by an impossible one: those the fewest slips away (two
 * digits changed places, a key beside the right one, one wrong digit), the latest first.
 * 2918 gives 2018 and 2019.
 */
export function bedoeldeJaren(getypt: number, nu: number): number[] {
	const tekst = String(getypt);
	if (tekst.length !== 4) return [];
	const jaren = Array.from({ length: nu - VROEGSTE_VOORSTEL + 1 }, (_, i) => nu - i);
	return jaren
		.map((jaar) => ({ jaar, slips: afstand(tekst, String(jaar)) }))
		.filter(({ slips }) => slips <= 2)
		.sort((a, b) => a.slips - b.slips)
		.slice(0, 2)
		.map(({ jaar }) => jaar);
}
