import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits for a cookie or a link. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is stored of a secret: whoever reads the database cannot use it. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
