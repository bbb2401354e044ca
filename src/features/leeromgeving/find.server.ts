import { and, eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Actor, InWerkplaats } from '#access/actor.ts';
import { mayReadVoorkant, mayReadRuimte, type LeeromgevingFacts } from '#access/leeromgeving.ts';
import { must, mustFind } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { leeromgeving } from './tables.server.ts';

export type LeeromgevingRow = typeof leeromgeving.$inferSelect;

export const factsOf = (row: LeeromgevingRow): LeeromgevingFacts => ({
	werkplaatsId: row.werkplaatsId,
	leeromgevingId: row.id,
});

/** The row whose voorkant this actor may see; what is of another werkplaats does not exist. */
export const findLeeromgeving = (actor: Actor, id: string): LeeromgevingRow =>
	mustFind(db().select().from(leeromgeving).where(eq(leeromgeving.id, id)).get(), (row) =>
		mayReadVoorkant(actor, row),
	);

/** The same, but Forbidden to who may see the voorkant and not the ruimte. */
export function findRuimte(actor: Actor, id: string): LeeromgevingRow {
	const row = findLeeromgeving(actor, id);
	must(mayReadRuimte(actor, factsOf(row)));
	return row;
}

type TableOfWerkplaats = SQLiteTable & { id: SQLiteColumn; werkplaatsId: SQLiteColumn };

/** What somebody picked in a form, to check that it is of this werkplaats. */
interface Choice {
	table: TableOfWerkplaats;
	ids: readonly (string | null)[];
	field: string;
}

/** Refuses a choice of another werkplaats, however it got into the form. */
export function mustBeHere({ werkplaatsId }: InWerkplaats, { table, ids, field }: Choice) {
	for (const id of ids) {
		if (id === null) continue;
		const here = and(eq(table.id, id), eq(table.werkplaatsId, werkplaatsId));
		const found = db().select({ id: table.id }).from(table).where(here).get();
		if (!found) throw new Invalid({ [field]: 'Kies iets uit de lijst.' });
	}
}
