/** Days are `YYYY-MM-DD`; months count from 1. All in UTC: a day here has no time zone. */

export const MAANDEN = [
	'januari',
	'februari',
	'maart',
	'april',
	'mei',
	'juni',
	'juli',
	'augustus',
	'september',
	'oktober',
	'november',
	'december',
] as const;

export const WEEKDAGEN = [
	'zondag',
	'maandag',
	'dinsdag',
	'woensdag',
	'donderdag',
	'vrijdag',
	'zaterdag',
] as const;

export interface Dag {
	jaar: number;
	maand: number;
	dag: number;
}

const pad = (n: number, width: number) => String(n).padStart(width, '0');

export const isoVan = ({ jaar, maand, dag }: Dag) =>
	`${pad(jaar, 4)}-${pad(maand, 2)}-${pad(dag, 2)}`;

export const dagVanIso = (iso: string): Dag => ({
	jaar: Number(iso.slice(0, 4)),
	maand: Number(iso.slice(5, 7)),
	dag: Number(iso.slice(8, 10)),
});

export const dagenInMaand = (jaar: number, maand: number) =>
	new Date(Date.UTC(jaar, maand, 0)).getUTCDate();

export function plusDagen(iso: string, dagen: number): string {
	const { jaar, maand, dag } = dagVanIso(iso);
	return new Date(Date.UTC(jaar, maand - 1, dag + dagen)).toISOString().slice(0, 10);
}

export const weekdag = (iso: string) =>
	WEEKDAGEN[new Date(`${iso}T00:00:00Z`).getUTCDay()] as (typeof WEEKDAGEN)[number];

/** First and last day of a run of months; `totMaand` may be above 12: the next year. */
export function maandSpan(jaar: number, vanMaand: number, totMaand: number): [string, string] {
	const eindJaar = jaar + Math.floor((totMaand - 1) / 12);
	const eindMaand = ((totMaand - 1) % 12) + 1;
	return [
		isoVan({ jaar, maand: vanMaand, dag: 1 }),
		isoVan({ jaar: eindJaar, maand: eindMaand, dag: dagenInMaand(eindJaar, eindMaand) }),
	];
}
