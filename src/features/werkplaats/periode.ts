import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';

export interface Spanne {
	van: Schrijfdatum;
	tot: Schrijfdatum;
}

/** A day is in a periode when it is on or between its first and last day. */
export const isOp = ({ van, tot }: Spanne, dag: string) => van.dag <= dag && dag <= tot.dag;

interface InPeriode {
	datum: Schrijfdatum | null;
	/** As somebody chose. */
	periodeId: string | null;
}

/** The one that was chosen, else the one that its day is in. */
export const periodeVan = (
	{ datum, periodeId }: InPeriode,
	perioden: readonly (Spanne & { id: string })[],
): string | undefined => periodeId ?? perioden.find((p) => datum && isOp(p, datum.dag))?.id;

export const overlaps = (a: Spanne, b: Spanne) => a.van.dag <= b.tot.dag && b.van.dag <= a.tot.dag;

/** A periode in a sentence: "periode 1", or "periode 2 ‘De aanloop’" when it has a name. */
export const periodeNaam = ({ nummer, naam }: { nummer: number; naam: string }) =>
	naam === '' || /^periode \d+$/i.test(naam) ? `periode ${nummer}` : `periode ${nummer} ‘${naam}’`;
