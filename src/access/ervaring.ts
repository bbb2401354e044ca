import { mayReadRuimteVan, mayWriteBijeenkomst } from './bijeenkomst.ts';

/** What somebody said stays with who may enter, until they say that it may go further. */
export const mayReadErvaringen = mayReadRuimteVan;

export const mayWriteErvaring = mayWriteBijeenkomst;
