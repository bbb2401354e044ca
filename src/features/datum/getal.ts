/** Numbers as a Dutch reader expects them: "1.234,5". */

const decimaal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const centen = new Intl.NumberFormat('nl-NL', {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2,
});

/** "1.234,5": at most two decimals. */
export const toonGetal = (getal: number) => decimaal.format(getal);

/** "12,5 uur" from whole minutes. */
export const toonUren = (minuten: number) => `${toonGetal(minuten / 60)} uur`;

/** "€ 1.234,50" and, for whole euros, "€ 50.000". */
export const toonBedrag = (euro: number) =>
	`€ ${Number.isInteger(euro) ? toonGetal(euro) : centen.format(euro)}`;

/** "67%". */
export const toonProcent = (deel: number) => `${Math.round(deel * 100)}%`;

const TELWOORDEN = [
	'nul',
	'één',
	'twee',
	'drie',
	'vier',
	'vijf',
	'zes',
	'zeven',
	'acht',
	'negen',
	'tien',
	'elf',
	'twaalf',
	'dertien',
	'veertien',
	'vijftien',
	'zestien',
	'zeventien',
	'achttien',
	'negentien',
	'twintig',
];

/** Words up to twintig in running text, digits above it. Tables take `toonGetal`. */
export const telwoord = (getal: number) => TELWOORDEN[getal] ?? toonGetal(getal);
