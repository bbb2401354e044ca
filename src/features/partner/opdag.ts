import { leesDatum } from '#features/datum/lees.ts';
import { toonDag } from '#features/datum/toon.ts';

export interface OpDag {
	/** The day itself, `2018-10-01`. */
	dag: string;
	/** As it was typed, or today in words. */
	op: string;
	/** Why what was typed is no day; then `dag` is today. */
	fout?: string;
}

/** The day of "Partners op …" from an address that anybody may have typed. */
export function leesOp(getypt: string | null, vandaag: string): OpDag {
	const op = getypt?.trim() ?? '';
	if (!op) return { dag: vandaag, op: toonDag(vandaag) };
	if (op.length > 80)
		return { dag: vandaag, op: op.slice(0, 80), fout: 'Schrijf de datum korter.' };
	const gelezen = leesDatum(op, { rand: 'eind' });
	return gelezen.ok ? { dag: gelezen.datum.dag, op } : { dag: vandaag, op, fout: gelezen.fout };
}
