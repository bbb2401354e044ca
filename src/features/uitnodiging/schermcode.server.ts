import { config } from '#server/config.ts';
import { newId } from '#server/id.ts';
import { hmac } from '#server/secrets.ts';
import { hashToken } from '#server/session/token.ts';
import { hit, waitFor } from '#server/throttle.ts';

/**
 * A code on a screen in the room: eight digits to type and a link to scan. Both follow from the id
 * of its row, so that they can be shown again; the database keeps what they are looked up by.
 */
export type Schermcode = 'presentie' | 'bord';

/** 32 bits of a hash as 8 digits. */
export const cijfersVan = (wat: Schermcode, id: string): string =>
	String(Number.parseInt(hmac(`${wat}code`, id).slice(0, 12), 16) % 100_000_000).padStart(8, '0');

/** 128 bits, for in the QR. */
export const tokenVan = (wat: Schermcode, id: string): string =>
	Buffer.from(hmac(`${wat}link`, id), 'hex')
		.subarray(0, 16)
		.toString('base64url');

export const codeHmac = (wat: Schermcode, cijfers: string) => hmac(`${wat}code-zoek`, cijfers);

/** The address that stands in the QR. */
export const adresVan = (pad: string, token: string) => `${config().origin}${pad}${token}`;

/** A code lets in for a day at most: so long nobody else gets its digits, whatever they open. */
const uitgegeven = { name: 'schermcode', max: 1, seconds: 24 * 60 * 60 };

/** The id of a new code, with digits that no screen shows. */
export function vrijeCode(wat: Schermcode, isLive: (cijfers: string) => boolean, maak = newId) {
	let id = maak();
	let cijfers = cijfersVan(wat, id);
	while (isLive(cijfers) || waitFor(uitgegeven, cijfers) > 0) {
		id = maak();
		cijfers = cijfersVan(wat, id);
	}
	hit(uitgegeven, cijfers);
	return {
		id,
		codeHmac: codeHmac(wat, cijfers),
		tokenHash: hashToken(tokenVan(wat, id)),
	};
}
