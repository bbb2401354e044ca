import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';

/** A name and the day from which it holds; the first name has no such day. */
export interface NaamInTijd {
	naam: string;
	van: Schrijfdatum | null;
	reden: string;
}

const start = (naam: NaamInTijd) => naam.van?.dag ?? '';

/** From the oldest to the newest. */
export const opVolgorde = <N extends NaamInTijd>(namen: readonly N[]): N[] =>
	[...namen].sort((a, b) => start(a).localeCompare(start(b)));

/** How it was called on this day: a name holds until the next one starts. */
export function naamOp(namen: readonly NaamInTijd[], dag: string): string {
	const rij = opVolgorde(namen);
	return (rij.findLast((naam) => start(naam) <= dag) ?? rij[0])?.naam ?? '';
}

/** As a report prints it: "Intergenerationele overdracht (tot 2019: Intergenerationele problematiek)". */
export function naamMetVroeger(namen: readonly NaamInTijd[], dag: string): string {
	const rij = opVolgorde(namen).filter((naam) => start(naam) <= dag);
	const vroeger = rij
		.slice(0, -1)
		.map((naam, i) => `tot ${rij[i + 1]?.van?.dag.slice(0, 4)}: ${naam.naam}`);
	const nu = naamOp(namen, dag);
	return vroeger.length ? `${nu} (${vroeger.join('; ')})` : nu;
}
