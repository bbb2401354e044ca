import { Forbidden, NotFound } from '#server/errors.ts';

/** Ends with Forbidden unless a rule said yes. */
export function must(allowed: boolean): asserts allowed {
	if (!allowed) throw new Forbidden();
}

/** Ends with NotFound unless it is there and may be read: the two answer alike. */
export function mustFind<T>(found: T | undefined, mayRead: (found: T) => boolean = () => true): T {
	if (found === undefined || !mayRead(found)) throw new NotFound();
	return found;
}
