import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayReadRuimten } from '#access/leeromgeving.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { db } from '#server/db/db.ts';
import { bord } from './tables.server.ts';

/** Here `mayReadBord` is a condition in SQL, and nowhere else. A gast has no lists. */
export function readableBorden(actor: Actor): SQL {
	const werkplaatsId = werkplaatsVan(actor);
	const teams = db()
		.select({ id: leeromgeving.id })
		.from(leeromgeving)
		.where(eq(leeromgeving.werkplaatsId, werkplaatsId))
		.all()
		.map(({ id }) => id)
		.filter((id) => mayReadRuimten(actor, { werkplaatsId, leeromgevingIds: [id] }));
	return and(
		eq(bord.werkplaatsId, werkplaatsId),
		isNull(bord.weggehaaldOp),
		inArray(bord.leeromgevingId, teams),
	)!;
}
