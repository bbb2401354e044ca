import type { GremiumInput } from './input.ts';

/** As the form shows it: what two people's changes are compared by. */
export const gremiumTekst = ({ naam, niveau, samenstelling, taak, van }: GremiumInput) => ({
	naam,
	niveau,
	samenstelling,
	taak,
	van: van?.geschreven ?? '',
});
