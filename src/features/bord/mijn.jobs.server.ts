import { and, eq, max } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { forgetPages, purgeHistory, remembersSince } from '#sync/server/purge.ts';
import { bordNaam } from './document.ts';
import { briefje } from './tables.server.ts';

/** Words that were taken back for good while somebody sat at the bord, and that it still remembers. */
export function wisTeruggenomen() {
	const borden = db()
		.select({ id: briefje.bordId, op: max(briefje.weggehaaldOp) })
		.from(briefje)
		.where(and(eq(briefje.tekst, ''), eq(briefje.weggehaaldDoor, 'zelf')))
		.groupBy(briefje.bordId)
		.all();
	const namen = borden.flatMap(({ id, op }) => {
		const sinds = remembersSince(bordNaam(id));
		return op && sinds && sinds < op ? [bordNaam(id)] : [];
	});
	for (const naam of namen) purgeHistory(naam);
	if (namen.length > 0) forgetPages();
}
