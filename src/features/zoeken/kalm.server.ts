import type { Actor } from '#access/actor.ts';
import { TooMany } from '#server/errors.ts';
import { rateLimit } from '#server/limits.ts';

/** A search reads a lot: so many a minute, per account. */
export function mustSearchCalmly(actor: Actor) {
	if (actor.soort !== 'persoon') return;
	const rate = rateLimit('searches', actor.accountId);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
}
