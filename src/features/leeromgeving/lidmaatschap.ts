import type { Perspectief } from '#access/actor.ts';

/** Days are `YYYY-MM-DD`; `tot` is the last day, and null as long as it lasts. */
export interface Spanne {
	van: string;
	tot: string | null;
}

export const holdsOn = ({ van, tot }: Spanne, dag: string) => van <= dag && (!tot || dag <= tot);

export const overlaps = (a: Spanne, b: Spanne) =>
	(!a.tot || b.van <= a.tot) && (!b.tot || a.van <= b.tot);

/**
 * One person may wear two hats in one team at once, but not the same hat twice: two spells with
 * the same perspectief never overlap.
 */
export const clashes = (
	bestaand: readonly (Spanne & { perspectief: Perspectief })[],
	nieuw: Spanne & { perspectief: Perspectief },
) => bestaand.some((l) => l.perspectief === nieuw.perspectief && overlaps(l, nieuw));

/** Who is in the team now, each persoon once: to choose from in a form. */
export function wieOpen(leden: readonly { persoonId: string; naam: string; nu: boolean }[]) {
	const nu = leden.filter((lid) => lid.nu).map((lid) => [lid.persoonId, lid.naam] as const);
	return [...new Map(nu)].map(([id, naam]) => ({ id, naam }));
}
