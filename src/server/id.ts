import { createHash, randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

const spell = (bytes: Uint8Array) => [...bytes].map((byte) => LETTERS[byte & 31]).join('');

/** A random id of 20 characters, `^[a-z2-7]{20}$`: 100 bits. It names a thing; it is not a secret. */
export const newId = (): string => spell(randomBytes(20));

/** The same for the same text: for what has no id of its own, but is the same thing every time. */
export const idFrom = (text: string): string =>
	spell(createHash('sha256').update(text).digest().subarray(0, 20));
