import { and, eq, ne } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { zetUitslag } from './document.server.ts';
import { standOf, toonStand } from './stand.server.ts';
import { redenenVan, rondeRow, totalen } from './stip.rows.server.ts';
import { stip } from './tables.server.ts';

export const redenenDoor = (deelnemerId: string): string[] =>
	db()
		.select({ reden: stip.reden })
		.from(stip)
		.where(and(eq(stip.deelnemerId, deelnemerId), ne(stip.reden, '')))
		.all()
		.map(({ reden }) => reden);

/** Why somebody chose, taken back: the words go, also where they stand; how often a story was chosen stays. */
export function wisRedenen(bordId: string, deelnemerId: string) {
	const van = and(eq(stip.deelnemerId, deelnemerId), ne(stip.reden, ''));
	if (db().update(stip).set({ reden: '' }).where(van).run().changes === 0) return;
	const ronde = rondeRow(bordId, standOf(bordId).rondeId);
	if (!ronde || ronde.uitslagOp === null) return;
	const [stippen, redenen] = [totalen(bordId, ronde.id), redenenVan(ronde)];
	toonStand(bordId, (doc) => zetUitslag(doc, stippen, redenen));
}
