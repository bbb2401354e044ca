import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { ontbrekend, opsomming } from '#features/leeromgeving/stoelen.ts';
import type { BordBeeld, Standbeeld } from './beeld.ts';

/** From which side somebody looks, as this werkplaats calls it; empty when nobody said. */
export function kantWoord(perspectief: Perspectief | '', bewoner?: string): string {
	if (!perspectief) return '';
	return (perspectief === 'bewoner' && bewoner) || PERSPECTIEVEN[perspectief];
}

/** From which sides nothing lies on the table yet, in words; empty when nobody could say. */
export function zwijgendeKanten({ briefjes, stand }: BordBeeld, bewoner?: string): string {
	if (briefjes.length === 0 || stand.stil) return '';
	const kanten = briefjes.flatMap(({ perspectief }) => perspectief || []);
	return opsomming(ontbrekend(kanten).map((kant) => kantWoord(kant, bewoner)));
}

/** "9 van 11 schreven iets" */
export const schrevenZin = ({ geschreven, deelnemers }: Standbeeld): string =>
	`${geschreven} van ${deelnemers} ${geschreven === 1 ? 'schreef' : 'schreven'} iets`;
