const MINUUT = 60_000;

/** A point that is or was at hand; moments in milliseconds. */
export interface Loop {
	begonnenOp: number;
	/** Since when the clock stands still, and how long it did so before. */
	gepauzeerdOp: number | null;
	gepauzeerdMs: number;
	extraMinuten: number;
}

/** Milliseconds that are left of a point of so many minutes; below zero it takes longer. */
export const resterend = (
	{ begonnenOp, gepauzeerdOp, gepauzeerdMs, extraMinuten }: Loop,
	minuten: number,
	nu: number,
): number => (minuten + extraMinuten) * MINUUT - ((gepauzeerdOp ?? nu) - begonnenOp - gepauzeerdMs);

/** Without seconds: a clock that ticks makes people hurry. */
export function inWoorden(ms: number): string {
	if (ms <= 0) return 'De tijd is om. Rond rustig af.';
	const minuten = Math.floor(ms / MINUUT);
	if (minuten === 0) return 'nog geen minuut';
	return minuten === 1 ? 'nog 1 minuut' : `nog ${minuten} minuten`;
}
