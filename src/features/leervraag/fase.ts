import type { Fase, FaseStaat } from '#ui/fase.ts';

/** How far a vraag is in each of the three phases. */
export type FaseStand = Record<Fase, FaseStaat>;

/**
 * Derived from the borden on which a vraag is worked out. As long as there are no borden no vraag
 * has begun: this is the one place that will say otherwise.
 */
export const faseVan = (_vraagId: string): FaseStand => ({
	delen: 'straks',
	duiden: 'straks',
	doen: 'straks',
});
