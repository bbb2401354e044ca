import type { Actor } from '#access/actor.ts';
import type { RateName } from './limit-defaults.ts';
import { TooMany } from './errors.ts';
import { rateLimit } from './limits.ts';

/** For what costs the server much: so often in a time for one account. The program may go on. */
export function mustBeCalm(name: RateName, actor: Actor) {
	if (actor.soort !== 'persoon') return;
	const rate = rateLimit(name, actor.accountId);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
}
