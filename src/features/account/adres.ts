/**
 * Somebody without e-mail comes in with a code on paper, and has an account all the same. Its
 * address is one that cannot exist (RFC 2606), so nothing is ever mailed to it and nobody can ask
 * for a link. A new code, from the coördinator, logs the same persoon in again.
 */
const ENDING = '@zonder-mail.invalid';

export const codeAdres = (id: string) => `${id}${ENDING}`;
export const isCodeAdres = (email: string) => email.endsWith(ENDING);
