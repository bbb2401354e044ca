import { WERKVORMEN } from '#features/werkvorm/bibliotheek.ts';
import type { PageServerLoad } from './$types';

/** Ways to work together, for who prepares a bijeenkomst; no werkplaats has its own. */
export const load: PageServerLoad = () => ({
	titel: 'Werkvormen',
	werkvormen: WERKVORMEN.toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl')),
});
