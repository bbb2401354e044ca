import type { LeeromgevingInput } from './input.ts';

/** What the form of a leeromgeving holds. */
export type Wijziging = LeeromgevingInput;

/** Texts that two people may write differently: then both are shown. */
export const tekstenVan = (w: Wijziging) => ({
	soort: w.soort,
	volgnummer: w.volgnummer === null ? '' : String(w.volgnummer),
	doel: w.doel,
	werkwijze: w.werkwijze,
	gewensteOpbrengst: w.gewensteOpbrengst,
	locaties: w.locaties,
	van: w.van?.geschreven ?? '',
	tot: w.tot?.geschreven ?? '',
});

/** Choices from a list: what somebody changed last holds. */
export const keuzesVan = (w: Wijziging) => ({
	themaIds: [...w.themaIds].sort().join(' '),
	periodeIds: [...w.periodeIds].sort().join(' '),
	bovenliggendId: w.bovenliggendId ?? '',
	kleed: w.kleed,
});

/** What the form starts from; it comes back with the form. */
export const basisVan = (w: Wijziging): Record<string, string> => ({
	...tekstenVan(w),
	...keuzesVan(w),
});
