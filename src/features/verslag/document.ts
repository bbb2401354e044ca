import { plainOf, TEKST_SHAPE } from '#features/tekst/document.ts';
import { documentName } from '#sync/name.ts';

/** A verslag is one text, and nothing else is in its live document. */
export const VERSLAG = 'verslag';

export const VERSLAG_SHAPE = TEKST_SHAPE;

export const verslagNaam = (bijeenkomstId: string) =>
	documentName({ kind: VERSLAG, id: bijeenkomstId });

export const toPlain = plainOf;
