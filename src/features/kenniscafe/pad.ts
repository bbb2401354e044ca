/** A title as part of an address: "De brief in de la" → "de-brief-in-de-la". */
export const padVan = (titel: string): string =>
	titel
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '') || 'bijeenkomst';

/** The first of these that is free: `de-brief`, `de-brief-2`. */
export function vrijPad(titel: string, isBezet: (pad: string) => boolean): string {
	const pad = padVan(titel);
	for (let n = 1; ; n++) {
		const kandidaat = n === 1 ? pad : `${pad}-${n}`;
		if (!isBezet(kandidaat)) return kandidaat;
	}
}
