import { asc, eq, inArray, type SQL } from 'drizzle-orm';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import type { VerslagRow } from '#features/verslag/find.server.ts';
import { actiepunt } from '#features/verslag/tables.server.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { actievervolg } from './tables.server.ts';

export type Actiepunt = typeof actiepunt.$inferSelect;
type Vervolgrij = typeof actievervolg.$inferSelect;

export interface ActieRij {
	punt: Actiepunt;
	bij: VerslagRow;
	/** What became of it, in the order in which it did. */
	vervolgen: Vervolgrij[];
}

const keyOf = (bijeenkomstId: string, actiepuntId: string) => `${bijeenkomstId}/${actiepuntId}`;

function vervolgenVan(bijeenkomstIds: string[]) {
	const rows = db()
		.select()
		.from(actievervolg)
		.where(inArray(actievervolg.bijeenkomstId, bijeenkomstIds))
		.orderBy(asc(actievervolg.createdAt), asc(rowid(actievervolg)))
		.all();
	return Map.groupBy(rows, (row) => keyOf(row.bijeenkomstId, row.actiepuntId));
}

/** What was agreed in these verslagen, each with what became of it. */
export function actieRows(which: SQL): ActieRij[] {
	const rows = db()
		.select({ punt: actiepunt, bij: bijeenkomst })
		.from(actiepunt)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, actiepunt.bijeenkomstId))
		.where(which)
		.orderBy(asc(actiepunt.volgorde))
		.all();
	const vervolgen = vervolgenVan([...new Set(rows.map(({ bij }) => bij.id))]);
	return rows.map(({ punt, bij }) => ({
		punt,
		bij,
		vervolgen: vervolgen.get(keyOf(bij.id, punt.id)) ?? [],
	}));
}
