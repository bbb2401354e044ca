import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';

export const GREMIUM_STATUSSEN = {
	actief: 'actief',
	voorlopig: 'voorlopig opgeheven',
	opgeheven: 'opgeheven',
} as const;

export type GremiumStatus = keyof typeof GREMIUM_STATUSSEN;

interface Opheffing {
	op: Schrijfdatum;
	voorlopig: boolean;
	herleefdOp: Schrijfdatum | null;
}

/** The dissolution that holds on that day; on the day it revives it is there again. */
export const opgehevenOp = <T extends Opheffing>(opheffingen: readonly T[], dag: string) =>
	opheffingen.find((o) => o.op.dag <= dag && (o.herleefdOp === null || dag < o.herleefdOp.dag));

export function statusOp(opheffingen: readonly Opheffing[], dag: string): GremiumStatus {
	const opheffing = opgehevenOp(opheffingen, dag);
	if (!opheffing) return 'actief';
	return opheffing.voorlopig ? 'voorlopig' : 'opgeheven';
}

interface Spanne {
	van: Schrijfdatum | null;
	tot: Schrijfdatum | null;
}

/** True when this spell holds on that day; without a start it always did. */
export const holdsOn = ({ van, tot }: Spanne, dag: string) =>
	(van === null || van.dag <= dag) && (tot === null || dag <= tot.dag);

export const overlaps = (a: Spanne, b: Spanne) =>
	(a.van === null || b.tot === null || a.van.dag <= b.tot.dag) &&
	(b.van === null || a.tot === null || b.van.dag <= a.tot.dag);

/** "4 keer", "3 keer per regio": how often it met, with what was said about that. */
export function hoeVaak(vergaderingen: readonly { aantal: number; toelichting: string }[]): string {
	const aantal = vergaderingen.reduce((som, v) => som + v.aantal, 0);
	const perRegio =
		vergaderingen.length > 0 && vergaderingen.every((v) => v.toelichting === 'per regio');
	if (aantal === 0) return '–';
	return `${aantal} keer${perRegio ? ' per regio' : ''}`;
}
