import { eq, sql } from 'drizzle-orm';
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
