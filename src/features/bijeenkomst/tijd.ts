import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';

const GESCHREVEN = /^(\d{1,2})(?:[.:u](\d{2})?)?(?: ?uur)?$/i;

/** "14.00" from "14", "14:00", "14u00" or "14.00 uur"; undefined for what is no time of a day. */
export function leesTijd(geschreven: string): string | undefined {
	const [, uur, minuut = '00'] = GESCHREVEN.exec(geschreven.trim()) ?? [];
	if (uur === undefined || Number(uur) > 23 || Number(minuut) > 59) return undefined;
	return `${uur.padStart(2, '0')}.${minuut}`;
}

/** "14.00 – 16.30 uur", "14.00 uur", or nothing. */
export function toonTijden({ begin, eind }: { begin: string; eind: string }): string {
	if (!begin) return '';
	return eind ? `${begin} – ${eind} uur` : `${begin} uur`;
}

/** One day of the calendar, and not what we took it to be. */
export const isEenDag = (datum: Schrijfdatum | null): datum is Schrijfdatum =>
	datum !== null && datum.eerste === datum.laatste && !datum.aangenomen;
