import { desc, eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import {
	mayReadLeervraag,
	mayReadPraktijkvraag,
	mayWriteLeervraag,
	mayWritePraktijkvraag,
	type LeervraagFacts,
} from '#access/leervraag.ts';
import type { LeeromgevingFacts } from '#access/leeromgeving.ts';
import { must, mustFind } from '#access/must.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { leervraag, leervraagLeeromgeving, loslating, praktijkvraag } from './tables.server.ts';

export type LeervraagRow = typeof leervraag.$inferSelect;
export type PraktijkvraagRow = typeof praktijkvraag.$inferSelect;

export const teamIdsOf = (leervraagId: string): string[] =>
	db()
		.select({ id: leervraagLeeromgeving.leeromgevingId })
		.from(leervraagLeeromgeving)
		.where(eq(leervraagLeeromgeving.leervraagId, leervraagId))
		.all()
		.map((row) => row.id);

/** A leervraag of this werkplaats with what the rules ask; another one does not exist. */
export function findLeervraag(actor: Actor, id: string) {
	const row = db().select().from(leervraag).where(eq(leervraag.id, id)).get();
	const found = mustFind(row, (r) => mayReadLeervraag(actor, r));
	const facts: LeervraagFacts = {
		werkplaatsId: found.werkplaatsId,
		leeromgevingIds: teamIdsOf(found.id),
	};
	return { row: found, facts };
}

/** A praktijkvraag; for who is not in the team it does not exist. */
export function findPraktijkvraag(actor: Actor, id: string) {
	const row = db()
		.select({ vraag: praktijkvraag, werkplaatsId: leeromgeving.werkplaatsId })
		.from(praktijkvraag)
		.innerJoin(leeromgeving, eq(leeromgeving.id, praktijkvraag.leeromgevingId))
		.where(eq(praktijkvraag.id, id))
		.get();
	const factsOf = (r: NonNullable<typeof row>): LeeromgevingFacts => ({
		werkplaatsId: r.werkplaatsId,
		leeromgevingId: r.vraag.leeromgevingId,
	});
	const found = mustFind(row, (r) => mayReadPraktijkvraag(actor, factsOf(r)));
	return { row: found.vraag, facts: factsOf(found) };
}

/** Whichever of the two kinds it is, for what they have in common: versions and dropping. */
export function mustWriteVraag(actor: Actor, id: string) {
	const isLeervraag = db()
		.select({ id: leervraag.id })
		.from(leervraag)
		.where(eq(leervraag.id, id))
		.get();
	must(
		isLeervraag
			? mayWriteLeervraag(actor, findLeervraag(actor, id).facts)
			: mayWritePraktijkvraag(actor, findPraktijkvraag(actor, id).facts),
	);
}

/** The last time it was dropped, if it was never taken up again since. */
export function loslatingOf(vraagId: string) {
	const last = db()
		.select()
		.from(loslating)
		.where(eq(loslating.vraagId, vraagId))
		.orderBy(desc(loslating.createdAt), desc(rowid(loslating)))
		.get();
	return last && !last.teruggenomenOp ? last : undefined;
}
