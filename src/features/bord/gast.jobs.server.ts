import { and, eq, inArray, isNotNull, isNull, lt, ne } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { NAAMLOOS } from './gast.naam.ts';
import { bord, deelnemer } from './tables.server.ts';

const DAGEN = 30;

/**
 * A month later nobody needs to know what a gast was called; as whom they looked at it stays. Where
 * names stand on the briefjes everybody knew that they would stay.
 */
export function wisGastnamen() {
	const voor = new Date(now().getTime() - DAGEN * 24 * 60 * 60 * 1000);
	const zonderNamen = db().select({ id: bord.id }).from(bord).where(eq(bord.namen, false));
	db()
		.update(deelnemer)
		.set({ naam: NAAMLOOS })
		.where(
			and(
				isNotNull(deelnemer.gastHash),
				isNull(deelnemer.persoonId),
				ne(deelnemer.naam, NAAMLOOS),
				lt(deelnemer.gezienOp, voor),
				inArray(deelnemer.bordId, zonderNamen),
			),
		)
		.run();
}
