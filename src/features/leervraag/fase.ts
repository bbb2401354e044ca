/** Delen, duiden, doen: how far a vraag is. */
export const FASEN = ['delen', 'duiden', 'doen'] as const;
export type Fase = (typeof FASEN)[number];

/** The phase a vraag is in; null when nobody began. */
export type FaseStand = Fase | null;

/**
 * Derived from the borden on which a vraag was worked out. Until there are borden no vraag has
 * begun: this is the one place that will say otherwise.
 */
export const faseVan = (_vraagId: string): FaseStand => null;
