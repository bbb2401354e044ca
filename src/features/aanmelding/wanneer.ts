import type { Deel } from '#features/bijeenkomst/duur.ts';
import { weekdag } from '#features/datum/kalender.ts';
import { isEenDag, type Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDag, toonDatum } from '#features/datum/toon.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';

interface Gepland {
	datum: Schrijfdatum | null;
	begin: string;
	eind: string;
	delen: readonly Deel[];
}

const dagVoluit = (dag: string) => `${hoofdletter(weekdag(dag))} ${toonDag(dag)}`;
const regel = (dag: string, tijden: string) => [dagVoluit(dag), tijden].filter(Boolean).join(', ');

/** "Donderdag 11 juni 2026, 14.00 – 16.30 uur", one line for each stretch. */
export function wanneerRegels({ datum, begin, eind, delen }: Gepland): string[] {
	if (delen.length > 0) return delen.map((deel) => regel(deel.dag, toonTijden(deel)));
	if (!datum) return ['Datum nog onbekend'];
	if (isEenDag(datum)) return [regel(datum.dag, toonTijden({ begin, eind }))];
	return [hoofdletter(toonDatum(datum))];
}

/** Until it begins somebody may change an answer; a day without times is open until it is over. */
export type Moment = 'komt' | 'begonnen' | 'geweest';

export function momentVan(
	{ datum, begin, delen }: Gepland,
	nu: { dag: string; tijd: string },
): Moment {
	const opDeel = (dag: string, tijd: string) => `${dag} ${tijd}`;
	const nuTekst = opDeel(nu.dag, nu.tijd);
	const [eerste, laatste] = [delen[0], delen.at(-1)];
	if (eerste && laatste) {
		if (nuTekst >= opDeel(laatste.dag, laatste.eind)) return 'geweest';
		return nuTekst >= opDeel(eerste.dag, eerste.begin) ? 'begonnen' : 'komt';
	}
	if (!datum) return 'komt';
	if (nu.dag > datum.laatste) return 'geweest';
	const isBegonnen = isEenDag(datum) && begin && nuTekst >= opDeel(datum.dag, begin);
	return isBegonnen ? 'begonnen' : 'komt';
}
