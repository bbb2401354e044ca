import * as v from 'valibot';
import { choice } from '#ui/fields.ts';

/** A form sends a text, a page that follows sends yes or no. */
export const aanOfUit = v.pipe(
	v.optional(v.union([v.boolean(), v.string()]), ''),
	v.transform((value) => value === true || (typeof value === 'string' && value !== '')),
);

export const KlaarInput = v.object({ klaar: aanOfUit });
export const HandInput = v.object({ hand: aanOfUit });
export const DeelnemerId = v.object({ deelnemerId: choice('Kies eerst iemand.') });
