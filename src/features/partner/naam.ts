/** Words that are left out as often as they are written. */
const VRIJBLIJVEND = /^(de|het|gemeente|stichting|vereniging)\s+/;

/**
 * The core of a name, to notice that "WMO Radar", "Wmo-Radar" and "wmoradar" may be one
 * organisatie. It is only ever a hint: nothing is merged by itself.
 */
export function kern(naam: string): string {
	const plat = naam
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('ı', 'i')
		.replaceAll('&', ' en ')
		.trim();
	const zonder = plat.replace(VRIJBLIJVEND, '');
	const letters = zonder.replace(/[^\p{L}\p{N}]/gu, '');
	return letters || plat;
}

interface MetNamen {
	id: string;
	naam: string;
	aliassen: readonly string[];
}

/** The others that have this name, or nearly so, as name or alias. */
export function lijktOp<T extends MetNamen>(mij: MetNamen, anderen: readonly T[]): T[] {
	const mijn = new Set([mij.naam, ...mij.aliassen].map(kern));
	return anderen.filter(
		(ander) =>
			ander.id !== mij.id && [ander.naam, ...ander.aliassen].some((naam) => mijn.has(kern(naam))),
	);
}
