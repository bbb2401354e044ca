const GESCHREVEN = /^(\d{1,2})(?:[.:,uh](\d{2})?|(?<=\d\d)(\d{2}))?(?: ?uur)?$/i;

/** "14.00" from "14", "14:00", "14u00", "1400" or "14.00 uur"; undefined for what is no time of a day. */
export function leesTijd(geschreven: string): string | undefined {
	const [, uur, na, aaneen] = GESCHREVEN.exec(geschreven.trim()) ?? [];
	const minuut = na ?? aaneen ?? '00';
	if (uur === undefined || Number(uur) > 23 || Number(minuut) > 59) return undefined;
	return `${uur.padStart(2, '0')}.${minuut}`;
}

/** "14.00 – 16.30 uur", "14.00 uur", or nothing. */
export function toonTijden({ begin, eind }: { begin: string; eind: string }): string {
	if (!begin) return '';
	return eind ? `${begin} – ${eind} uur` : `${begin} uur`;
}

/** Minutes after midnight of "14.30". */
export const minuut = (tijd: string): number =>
	Number(tijd.slice(0, 2)) * 60 + Number(tijd.slice(3, 5));

/** "14.30" of so many minutes after midnight; after a whole day it begins anew. */
export function tijdVan(minuten: number): string {
	const inDag = ((Math.floor(minuten) % 1440) + 1440) % 1440;
	const twee = (n: number) => String(n).padStart(2, '0');
	return `${twee(Math.floor(inDag / 60))}.${twee(inDag % 60)}`;
}
