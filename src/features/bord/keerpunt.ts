import type { BordBeeld } from './beeld.ts';

/**
 * What of the table decides what an actor may and has: when it changes, that is asked again. Who holds
 * regie has more: who sits there, what is still hidden, and how the dots fall.
 */
export function keerpunt(
	{ stand, groepen }: Pick<BordBeeld, 'stand' | 'groepen'>,
	houdtRegie: boolean,
): string {
	const { fase, ronde, rondeId, klaarMet, regie, slot } = stand;
	const met = ronde === 'open' ? groepen.map(({ id }) => id) : [];
	const { gegeven, handen, deelnemers, klaar, geschreven, stil } = stand;
	const erbij = houdtRegie ? [gegeven, handen, deelnemers, klaar, geschreven, stil] : [];
	return [fase, ronde, rondeId, klaarMet, regie, slot, ...met, ...erbij].join(' ');
}

/** Which of what I wrote lies there: it is laid open, or who holds regie takes it away. */
export const mijnOpTafel = (
	{ briefjes }: { briefjes: readonly { id: string }[] },
	mijn: readonly string[],
): string => {
	const eigen = new Set(mijn);
	return briefjes
		.map(({ id }) => id)
		.filter((id) => eigen.has(id))
		.join(' ');
};
