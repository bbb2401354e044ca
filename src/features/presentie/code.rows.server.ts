import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import * as schermcode from '#features/uitnodiging/schermcode.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { hashToken } from '#server/session/token.ts';
import { presentiecode } from './tables.server.ts';

export type CodeRow = typeof presentiecode.$inferSelect;

export const cijfersVan = (id: string) => schermcode.cijfersVan('presentie', id);

export const tokenVan = (id: string) => schermcode.tokenVan('presentie', id);

export const adresVan = (id: string) => schermcode.adresVan('/m/', tokenVan(id));

const leeft = () => and(isNull(presentiecode.ingetrokkenOp), gt(presentiecode.verlooptOp, now()));

export const isOver = ({ ingetrokkenOp, verlooptOp }: CodeRow) =>
	ingetrokkenOp !== null || verlooptOp <= now();

/** The code that lets people in to this bijeenkomst now. */
export const liveCode = (bijeenkomstId: string): CodeRow | undefined =>
	db()
		.select()
		.from(presentiecode)
		.where(and(eq(presentiecode.bijeenkomstId, bijeenkomstId), leeft()))
		.orderBy(desc(presentiecode.createdAt), desc(rowid(presentiecode)))
		.get();

/** Over all werkplaatsen: the row says where a guest comes in. */
export const liveCodeByCijfers = (cijfers: string): CodeRow | undefined =>
	db()
		.select()
		.from(presentiecode)
		.where(and(eq(presentiecode.codeHmac, schermcode.codeHmac('presentie', cijfers)), leeft()))
		.get();

/** Also when it is over: that may be said to who has the whole link. */
export const codeByToken = (token: string): CodeRow | undefined =>
	db()
		.select()
		.from(presentiecode)
		.where(eq(presentiecode.tokenHash, hashToken(token)))
		.get();
