import type { Actor } from '#access/actor.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { opsomming } from '#features/leeromgeving/stoelen.ts';
import { countAanwezigen } from '#features/presentie/aanwezig.read.server.ts';

/** "4 mensen, volgens de presentielijst: Bas, Fatima en 2 anderen"; nothing when nobody filled it in. */
function aanwezigZin(aantal: number, namen: readonly string[]): string {
	if (aantal === 0) return '';
	const zin = `${aantal} ${aantal === 1 ? 'mens' : 'mensen'}, volgens de presentielijst`;
	if (namen.length === 0) return zin;
	const rest = aantal - namen.length;
	const anderen = rest > 0 ? [rest === 1 ? '1 ander' : `${rest} anderen`] : [];
	return `${zin}: ${opsomming([...namen, ...anderen])}`;
}

/** What stands at the top of a verslag; of who was there only these names. */
export function feitenOf(actor: Actor, bijeenkomstId: string, namen: readonly string[]) {
	const { team, datum, begin, eind, plaats, titel } = detailBijeenkomst(actor, bijeenkomstId);
	const wanneer = [datum && toonDatum(datum), toonTijden({ begin, eind })]
		.filter(Boolean)
		.join(', ');
	const feiten = [
		{ label: 'Team', waarde: team.naam },
		{ label: 'Datum', waarde: wanneer },
		{ label: 'Plaats', waarde: plaats },
		{ label: 'Aanwezig', waarde: aanwezigZin(countAanwezigen(actor, bijeenkomstId), namen) },
	];
	return { titel, feiten: feiten.filter(({ waarde }) => waarde) };
}
