import { dagVanMoment, toonDag } from '#features/datum/toon.ts';
import { weekdag } from '#features/datum/kalender.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';

const uur = new Intl.DateTimeFormat('nl-NL', {
	timeZone: 'Europe/Amsterdam',
	hour: 'numeric',
	hourCycle: 'h23',
});

/** "Goedemiddag", by the clock in Amsterdam. */
export function groet(at: Date): string {
	const nu = Number(uur.format(at));
	if (nu < 6) return 'Goedenacht';
	if (nu < 12) return 'Goedemorgen';
	return nu < 18 ? 'Goedemiddag' : 'Goedenavond';
}

/** "Donderdag 11 juni 2026". */
export function datumRegel(at: Date): string {
	const dag = dagVanMoment(at);
	return hoofdletter(`${weekdag(dag)} ${toonDag(dag)}`);
}
