import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import * as schermcode from '#features/uitnodiging/schermcode.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { hashToken } from '#server/session/token.ts';
import { bordcode } from './tables.server.ts';

export type CodeRow = typeof bordcode.$inferSelect;

/** Where a gast comes in; the digits lead to the same place as the QR. */
const PAD = '/m/bord/';

export const cijfersVan = (id: string) => schermcode.cijfersVan('bord', id);

const tokenVan = (id: string) => schermcode.tokenVan('bord', id);

export const padVan = ({ id }: CodeRow) => `${PAD}${tokenVan(id)}`;

export const adresVan = ({ id }: CodeRow) => schermcode.adresVan(PAD, tokenVan(id));

const leeft = () => and(isNull(bordcode.ingetrokkenOp), gt(bordcode.verlooptOp, now()));

export const isOver = ({ ingetrokkenOp, verlooptOp }: CodeRow) =>
	ingetrokkenOp !== null || verlooptOp <= now();

/** The code that lets people in to this bord now. */
export const liveCode = (bordId: string): CodeRow | undefined =>
	db()
		.select()
		.from(bordcode)
		.where(and(eq(bordcode.bordId, bordId), leeft()))
		.orderBy(desc(bordcode.createdAt), desc(rowid(bordcode)))
		.get();

/** Over all werkplaatsen: the row says at which table a gast comes. */
export const liveCodeByCijfers = (cijfers: string): CodeRow | undefined =>
	db()
		.select()
		.from(bordcode)
		.where(and(eq(bordcode.codeHmac, schermcode.codeHmac('bord', cijfers)), leeft()))
		.get();

/** Also when it is over: who has the whole link and sat there already comes straight back in. */
export const codeByToken = (token: string): CodeRow | undefined =>
	db()
		.select()
		.from(bordcode)
		.where(eq(bordcode.tokenHash, hashToken(token)))
		.get();
