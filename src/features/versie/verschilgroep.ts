import type { VerschilBlok } from './diff.ts';

export interface VerschilGroep {
	/** Nothing changed here: folded away, unless there is nothing else. */
	dicht: boolean;
	blokken: VerschilBlok[];
}

/** As much unchanged text stays in sight on both sides of a change. */
const BUREN = 1;

/** The parts of a difference: what changed with its neighbours, and what lies in between. */
export function groepen(blokken: readonly VerschilBlok[]): VerschilGroep[] {
	const near = blokken.map((_, index) =>
		blokken
			.slice(Math.max(index - BUREN, 0), index + BUREN + 1)
			.some(({ wat }) => wat !== 'gelijk'),
	);
	const all: VerschilGroep[] = [];
	blokken.forEach((blok, index) => {
		const dicht = !near[index];
		const last = all.at(-1);
		if (last?.dicht === dicht) last.blokken.push(blok);
		else all.push({ dicht, blokken: [blok] });
	});
	// one block is no longer than the line that would say it is hidden
	return all.map((groep) => ({ ...groep, dicht: groep.dicht && groep.blokken.length > 1 }));
}
