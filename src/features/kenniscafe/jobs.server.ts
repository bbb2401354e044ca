import { eq, isNull } from 'drizzle-orm';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { plusDagen } from '#features/datum/kalender.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { inschrijving } from './tables.server.ts';

const DAGEN = 30;

/** Who came is of no use a month later: what somebody told of themselves goes, the category stays. */
export function wisInschrijvingen() {
	const voor = plusDagen(today(), -DAGEN);
	const rows = db()
		.select({ id: inschrijving.id, datum: bijeenkomst.datum, sinds: inschrijving.createdAt })
		.from(inschrijving)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, inschrijving.bijeenkomstId))
		.where(isNull(inschrijving.gewistOp))
		.all();
	const leeg = { naam: '', email: '', organisatie: '' };
	for (const { id, datum, sinds } of rows)
		if ((datum?.laatste ?? today(sinds)) < voor)
			db()
				.update(inschrijving)
				.set({ ...leeg, gewistOp: now() })
				.where(eq(inschrijving.id, id))
				.run();
}
