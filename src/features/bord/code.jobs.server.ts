import { and, isNull, lte } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { bordcode } from './tables.server.ts';

/** A code that is over is not looked for any more. */
export function withdrawExpiredBordcodes() {
	db()
		.update(bordcode)
		.set({ ingetrokkenOp: now() })
		.where(and(isNull(bordcode.ingetrokkenOp), lte(bordcode.verlooptOp, now())))
		.run();
}
