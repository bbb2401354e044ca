import { and, asc, eq, type SQL } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { bordverder } from './verder.tables.server.ts';

export type VerderRow = typeof bordverder.$inferSelect;

/** What it became: one of the three. */
export type Doel = Partial<Pick<VerderRow, 'leervraagId' | 'praktijkvraagId' | 'bijeenkomstId'>>;

export const verderRows = (which: SQL): VerderRow[] =>
	db()
		.select()
		.from(bordverder)
		.where(which)
		.orderBy(asc(bordverder.createdAt), asc(rowid(bordverder)))
		.all();

export const uitDing = (bordId: string, uitId: string): SQL =>
	and(eq(bordverder.bordId, bordId), eq(bordverder.uitId, uitId))!;
