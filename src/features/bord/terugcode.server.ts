import { idFrom } from '#server/id.ts';
import { hmac } from '#server/secrets.ts';

/**
 * The private code with which a gast finds back afterwards what was theirs: 50 bits, to write down.
 * It follows from the id of the deelnemer, so that it can be shown again.
 */
export const terugcodeVan = (deelnemerId: string): string =>
	idFrom(hmac('bordterug', deelnemerId)).slice(0, 10);

/** What the database keeps of it. */
export const terugHmac = (code: string) => hmac('bordterug-zoek', code);

/** "abcde fghij", as it is easiest to write down. */
export const toonTerugcode = (code: string) => `${code.slice(0, 5)} ${code.slice(5)}`;
