import { eq, sql } from 'drizzle-orm';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { namenOf } from '#features/leeromgeving/rows.server.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
import { bord } from './tables.server.ts';

export type BordRow = typeof bord.$inferSelect;

const rows = prepared((db) =>
	db
		.select()
		.from(bord)
		.where(eq(bord.id, sql.placeholder('id')))
		.prepare(),
);

/** Before any rule, and also when it was removed. */
export const bordRow = (id: string): BordRow | undefined => rows().get({ id });

/** The team of a bord, as it is called today. */
export function teamVan({ leeromgevingId }: Pick<BordRow, 'leeromgevingId'>) {
	const row = db().select().from(leeromgeving).where(eq(leeromgeving.id, leeromgevingId)).get()!;
	return { id: row.id, naam: naamOp(namenOf(row.id), today()), kleed: row.kleed };
}
