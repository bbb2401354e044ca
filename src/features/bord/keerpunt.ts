import type { BordBeeld } from './beeld.ts';
import type { Staat } from './staat.read.server.ts';

interface Beeld extends Pick<BordBeeld, 'stand'> {
	groepen: readonly { id: string }[];
	briefjes: readonly { id: string }[];
}
interface Ik {
	regie: object | null;
	briefjes: readonly { id: string }[];
	ik: Pick<NonNullable<Staat['ik']>, 'hand'> | null;
}

/**
 * What of the table decides what an actor may and has: when it changes, that is asked again. Who holds
 * regie has more: who sits there, what is still hidden, and how the dots fall.
 */
function keerpunt({ stand, groepen }: Beeld, houdtRegie: boolean): string {
	const { fase, stil, ronde, rondeId, klaarMet, regie, slot } = stand;
	const met = ronde === 'open' ? groepen.map(({ id }) => id) : [];
	const { gegeven, handen, deelnemers, klaar, geschreven } = stand;
	const erbij = houdtRegie ? [gegeven, handen, deelnemers, klaar, geschreven] : [];
	return [fase, stil, ronde, rondeId, klaarMet, regie, slot, ...met, ...erbij].join(' ');
}

/** Which of what I wrote lies there: it is laid open, or who holds regie takes it away. */
function mijnOpTafel({ briefjes }: Beeld, mijn: readonly { id: string }[]): string {
	const eigen = new Set(mijn.map(({ id }) => id));
	return briefjes
		.map(({ id }) => id)
		.filter((id) => eigen.has(id))
		.join(' ');
}

/** Whether something changed of the table that changes what I may and have there. */
export function keert(was: Beeld, is: Beeld, { regie, briefjes, ik }: Ik): boolean {
	const houdtRegie = regie !== null;
	return (
		keerpunt(was, houdtRegie) !== keerpunt(is, houdtRegie) ||
		mijnOpTafel(was, briefjes) !== mijnOpTafel(is, briefjes) ||
		// who holds regie may have given me the floor
		(ik?.hand === true && was.stand.handen !== is.stand.handen)
	);
}
