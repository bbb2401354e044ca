/** How a persoon is named. */

interface Namen {
	voornaam: string;
	tussenvoegsel: string;
	achternaam: string;
}

/** "Marjolijn van der Berg", or "Chantal" when there is no more than that. */
export const voluit = ({ voornaam, tussenvoegsel, achternaam }: Namen): string =>
	[voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' ');

const plain = (text: string) =>
	text
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('ı', 'i')
		.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** At most one letter more, less or other: "Marjolijn" and "Marjolein". */
function isNear(a: string, b: string): boolean {
	if (a === b) return true;
	if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	let end = 0;
	while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	return Math.max(a.length, b.length) - start - end <= 1 + Number(a.length !== b.length);
}

/** "ij", "ei" and "y" sound alike, and are written for each other. */
const sound = (text: string) => plain(text).replaceAll(/ij|ei/g, 'y');

/**
 * True when two people may be one, written twice. A hint to look at: nobody is ever merged,
 * and whoever has only a first name is like nobody.
 */
export function lijktOp(a: Namen & { email: string }, b: Namen & { email: string }): boolean {
	if (a.email && a.email.toLowerCase() === b.email.toLowerCase()) return true;
	if (!a.achternaam || !b.achternaam) return false;
	return (
		isNear(sound(a.achternaam), sound(b.achternaam)) && isNear(sound(a.voornaam), sound(b.voornaam))
	);
}
