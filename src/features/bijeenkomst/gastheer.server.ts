import { eq } from 'drizzle-orm';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { namenOf } from '#features/leeromgeving/rows.server.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import type { BijeenkomstRow } from './find.server.ts';

/** Who comes together, with their cloth: the team by its name on that day, or the werkplaats. */
export function gastheerVan(
	{ leeromgevingId, werkplaatsId, datum }: BijeenkomstRow,
	dag = datum?.dag ?? today(),
): { naam: string; kleed: string } {
	const team =
		leeromgevingId &&
		db().select().from(leeromgeving).where(eq(leeromgeving.id, leeromgevingId)).get();
	if (team) return { naam: naamOp(namenOf(team.id), dag), kleed: team.kleed };
	const all = db().select().from(werkplaats).where(eq(werkplaats.id, werkplaatsId)).get();
	return { naam: all?.naam ?? '', kleed: all?.kleed ?? '' };
}
