import { PERSPECTIEVEN } from '#access/actor.ts';
import { ontbrekend, opsomming } from '#features/leeromgeving/stoelen.ts';
import type { BordBeeld } from './beeld.ts';

/** From which sides nothing lies on the table yet, in words; empty when nobody could say. */
export function zwijgendeKanten({ briefjes, stand }: BordBeeld, bewoner?: string): string {
	if (briefjes.length === 0 || stand.stil) return '';
	const kanten = briefjes.flatMap(({ perspectief }) => perspectief || []);
	const woorden = ontbrekend(kanten).map(
		(kant) => (kant === 'bewoner' && bewoner) || PERSPECTIEVEN[kant],
	);
	return opsomming(woorden);
}
