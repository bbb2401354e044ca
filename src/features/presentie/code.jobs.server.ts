import { and, isNull, lte } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { presentiecode } from './tables.server.ts';

/** A code that is over is not looked for any more. */
export function withdrawExpiredCodes() {
	db()
		.update(presentiecode)
		.set({ ingetrokkenOp: now() })
		.where(and(isNull(presentiecode.ingetrokkenOp), lte(presentiecode.verlooptOp, now())))
		.run();
}
