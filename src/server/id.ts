import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** A random id of 20 characters, `^[a-z2-7]{20}$`: 100 bits. It names a thing; it is not a secret. */
export function newId(): string {
	return [...randomBytes(20)].map((byte) => LETTERS[byte & 31]).join('');
}
