import type { BijeenkomstInput } from './input.ts';

/** What the form about a bijeenkomst starts from. */
export const basisBijeenkomst = (b: BijeenkomstInput) => ({
	titel: b.titel,
	datum: b.datum?.geschreven ?? '',
	begin: b.begin,
	eind: b.eind,
	plaats: b.plaats,
});
