import type { RegelInput } from './input.ts';

/** What the form about a line starts from. */
export const basisRegel = (regel: RegelInput) => ({
	naam: regel.naam,
	organisatie: regel.organisatie,
	perspectief: regel.perspectief,
	buitenRegio: regel.buitenRegio ? 'ja' : '',
	status: regel.status,
	van: regel.van,
	tot: regel.tot,
});
