const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const ID = /^[a-z2-7]{20}$/;

export const isId = (value: unknown): value is string =>
	typeof value === 'string' && ID.test(value);

/** As on the server: 20 characters, 100 bits. What is made twice under one id is one thing. */
export const nieuwId = (): string =>
	[...crypto.getRandomValues(new Uint8Array(20))].map((byte) => LETTERS[byte & 31]).join('');
