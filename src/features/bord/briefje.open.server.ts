import { randomInt } from 'node:crypto';
import type { Fase } from '#ui/fase.ts';
import { leg, verborgenOf } from './briefje.rows.server.ts';
import { bordRow } from './rows.server.ts';

/** In an order that nobody can foresee: the order of writing would tell who wrote. */
function geschud<T>(items: readonly T[]): T[] {
	const mixed = [...items];
	for (let i = mixed.length - 1; i > 0; i--) {
		const j = randomInt(i + 1);
		[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
	}
	return mixed;
}

/** All that is hidden in this phase, at once; how many that were. Within the transaction of who may. */
export function legAllesOpen(bordId: string, fase: Fase): number {
	const row = bordRow(bordId);
	if (!row) return 0;
	const briefjes = geschud(verborgenOf(bordId, fase));
	leg(row, briefjes);
	return briefjes.length;
}
