import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';

export const PARTNER_STATUSSEN = {
	geen: 'geen partner',
	benaderd: 'benaderd',
	intentie: 'intentie getekend',
	actief: 'actief',
	beeindigd: 'beëindigd',
} as const;

export type PartnerStatus = keyof typeof PARTNER_STATUSSEN;

export interface Spanne {
	van: Schrijfdatum;
	tot: Schrijfdatum | null;
}

interface Verleden {
	partnerschappen: readonly Spanne[];
	intentieverklaringen: readonly { getekendOp: Schrijfdatum | null }[];
}

/** True when this partnerschap holds on that day; the last day counts. */
export const holdsOn = ({ van, tot }: Spanne, dag: string) =>
	van.dag <= dag && (tot === null || dag <= tot.dag);

export const overlaps = (a: Spanne, b: Spanne) =>
	(b.tot === null || a.van.dag <= b.tot.dag) && (a.tot === null || b.van.dag <= a.tot.dag);

/**
 * Where an organisatie stands on a day. Never stored: it follows from what was agreed. A signed
 * wish for the next periode does not make a partner yet, and one that an ended
 * partnerschap came after says nothing any more.
 */
export function statusOp(
	{ partnerschappen, intentieverklaringen }: Verleden,
	dag: string,
): PartnerStatus {
	if (partnerschappen.some((p) => holdsOn(p, dag))) return 'actief';
	const begonnen = partnerschappen.filter((p) => p.van.dag <= dag);
	const laatste =
		begonnen
			.map((p) => p.tot?.dag ?? p.van.dag)
			.sort()
			.at(-1) ?? '';
	const getekend = intentieverklaringen.flatMap((i) => i.getekendOp?.dag ?? []);
	if (getekend.some((op) => op <= dag && op > laatste)) return 'intentie';
	if (begonnen.length > 0) return 'beeindigd';
	const komt = partnerschappen.length > 0 || intentieverklaringen.length > 0;
	return komt ? 'benaderd' : 'geen';
}
