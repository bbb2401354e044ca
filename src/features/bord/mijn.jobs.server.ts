import { eq, isNotNull } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { forgetPages, purgeHistory, remembersSince } from '#sync/server/purge.ts';
import { bordNaam } from './document.ts';
import { bord, deelnemer } from './tables.server.ts';

/**
 * Words that were taken back for good while somebody sat at the bord, and that it still remembers; so
 * does the bord of which it is a table.
 */
export function wisTeruggenomen() {
	const keren = db()
		.select({ bordId: bord.id, plenairId: bord.plenairId, op: deelnemer.teruggenomenOp })
		.from(deelnemer)
		.innerJoin(bord, eq(bord.id, deelnemer.bordId))
		.where(isNotNull(deelnemer.teruggenomenOp))
		.all();
	const namen = keren.flatMap(({ bordId, plenairId, op }) =>
		[bordId, plenairId].flatMap((id) => {
			const sinds = id === null ? undefined : remembersSince(bordNaam(id));
			return id !== null && sinds && op && sinds < op ? [bordNaam(id)] : [];
		}),
	);
	for (const naam of new Set(namen)) purgeHistory(naam);
	if (namen.length > 0) forgetPages();
}
