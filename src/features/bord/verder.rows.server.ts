import { and, asc, eq, type SQL } from 'drizzle-orm';
import { tekstNu } from '#features/verslag/tekst.server.ts';
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

/** Where that is told; empty is the bord itself. */
export const adresVan = (bordId: string, uitId: string) =>
	`/borden/${bordId}${uitId && `/verder?uit=${uitId}`}`;

/** What to look in for the way back of a piece. */
export const verslagAlsTekst = (bijeenkomstId: string) => JSON.stringify(tekstNu(bijeenkomstId));

/** The piece stands in this verslag, with its way back. */
export const staatIn = (tekst: string, { bordId, uitId }: Pick<VerderRow, 'bordId' | 'uitId'>) =>
	tekst.includes(`${adresVan(bordId, uitId)}"`);

export const uitDing = (bordId: string, uitId: string): SQL =>
	and(eq(bordverder.bordId, bordId), eq(bordverder.uitId, uitId))!;
