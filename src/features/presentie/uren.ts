/** Nobody is anywhere longer on one day. */
export const MINUTEN_VAN_DAG = 1440;

const NOTATIES: readonly [RegExp, (uren: number, rest: string) => number][] = [
	// 2.30 and 2:30 are a time, 2.5 and 2,5 a number
	[/^(\d{1,4})[.:u]([0-5]\d)(?: ?uur)?$/, (uren, rest) => uren * 60 + Number(rest)],
	[
		/^(\d{1,4}) ?(?:uur|u)(?: en)? ?(\d{1,2})(?: ?(?:minuten|min))?$/,
		(uren, rest) => uren * 60 + Number(rest),
	],
	[
		/^(\d{1,4})(?:[.,](\d+))?(?: ?(?:uur|uren|u))?$/,
		(uren, rest) => (uren + Number(`0.${rest || 0}`)) * 60,
	],
	[/^(\d{1,4})() ?(?:minuten|minuut|min)$/, (minuten) => minuten],
];

/** Minutes of "2,5", "2.30", "2 uur 30" or "45 minuten"; undefined for what is no length of time. */
export function leesUren(geschreven: string): number | undefined {
	const tekst = geschreven.trim().toLowerCase().replace(/\s+/g, ' ');
	for (const [notatie, minuten] of NOTATIES) {
		const [, uren, rest = ''] = notatie.exec(tekst) ?? [];
		if (uren !== undefined) return Math.round(minuten(Number(uren), rest));
	}
	return undefined;
}

/** The same with a sign: "+0,5" is half an hour more, "-1" an hour less. */
export function leesVerschil(geschreven: string): number | undefined {
	const [, teken, uren = ''] = /^([+\-−–]?)\s*(.*)$/.exec(geschreven.trim()) ?? [];
	const minuten = leesUren(uren);
	if (minuten === undefined) return undefined;
	return teken === '' || teken === '+' ? minuten : -minuten;
}

/** "2,5" of 150 minutes; at most two decimals, which a whole quarter never needs more than. */
export const toonUren = (minuten: number): string =>
	(Math.round((minuten / 60) * 100) / 100).toString().replace('.', ',');
