import type { Werkvorm } from '#features/werkvorm/werkvorm.ts';
import type { SjabloonPunt } from './punt.ts';

/**
 * A werkvorm as points of an agenda, one per step. Of one that has no steps written down, the
 * werkvorm itself is the point. Which fase a step is in is known only when there is one.
 */
export function puntenVanWerkvorm({ sleutel, naam, fasen, stappen }: Werkvorm): SjabloonPunt[] {
	const doel = fasen.length === 1 ? fasen[0]! : null;
	const titels = stappen.length > 0 ? stappen : [{ titel: naam, minuten: null }];
	const vast = { soort: 'punt', doel, werkvorm: sleutel, uitleg: '' } as const;
	return titels.map(({ titel, minuten }) => ({ ...vast, titel, minuten }));
}
