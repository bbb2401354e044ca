import { eq, ne } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { vraagVan } from './rows.server.ts';
import { ervaring } from './tables.server.ts';

/** For the list of jobs: who did not answer in time is not written to again, so their address goes. */
export function wisAdressen() {
	const rows = db().select({ id: ervaring.id }).from(ervaring).where(ne(ervaring.email, '')).all();
	for (const { id } of rows) {
		const vraag = vraagVan(id);
		if (vraag && vraag.verlooptOp > now()) continue;
		db().update(ervaring).set({ email: '' }).where(eq(ervaring.id, id)).run();
	}
}
