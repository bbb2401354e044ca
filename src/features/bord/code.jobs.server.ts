import { and, isNull, lte } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { tellCode } from './nieuws.server.ts';
import { bordcode } from './tables.server.ts';

/** A code that is over is not looked for any more, and goes from the screens. */
export function withdrawExpiredBordcodes() {
	const over = db()
		.update(bordcode)
		.set({ ingetrokkenOp: now() })
		.where(and(isNull(bordcode.ingetrokkenOp), lte(bordcode.verlooptOp, now())))
		.returning({ bordId: bordcode.bordId })
		.all();
	for (const { bordId } of over) tellCode(bordId);
}
