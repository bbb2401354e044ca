import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { secretFor } from '#server/secrets.ts';
import { ervaring, ervaringvraag } from './tables.server.ts';

export type ErvaringRow = typeof ervaring.$inferSelect;
type VraagRow = typeof ervaringvraag.$inferSelect;

/** Those of one bijeenkomst that were not removed, in the order in which they were written down. */
export const ervaringRows = (bijeenkomstId: string): ErvaringRow[] =>
	db()
		.select()
		.from(ervaring)
		.where(and(eq(ervaring.bijeenkomstId, bijeenkomstId), isNull(ervaring.weggehaaldOp)))
		.orderBy(asc(ervaring.createdAt), asc(rowid(ervaring)))
		.all();

/** The question that still stands, also when its time is over. */
export const vraagVan = (ervaringId: string): VraagRow | undefined =>
	db()
		.select()
		.from(ervaringvraag)
		.where(and(eq(ervaringvraag.ervaringId, ervaringId), isNull(ervaringvraag.ingetrokkenOp)))
		.orderBy(desc(ervaringvraag.createdAt), desc(rowid(ervaringvraag)))
		.get();

/** Follows from the row, so that it can be handed over again; the row itself cannot make it. */
export const tokenVan = (vraagId: string) => secretFor('ervaring', vraagId);

export const linkVan = (vraagId: string) => `${config().origin}/ervaring/${tokenVan(vraagId)}`;
