import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { hmac } from '#server/secrets.ts';
import { hashToken } from '#server/session/token.ts';
import { presentiecode } from './tables.server.ts';

export type CodeRow = typeof presentiecode.$inferSelect;

/** 32 bits of a hash as 8 digits: what follows from the id need not be kept. */
export const cijfersVan = (id: string): string =>
	String(Number.parseInt(hmac('presentiecode', id).slice(0, 12), 16) % 100_000_000).padStart(
		8,
		'0',
	);

/** 128 bits, for in the QR. */
export const tokenVan = (id: string): string =>
	Buffer.from(hmac('presentielink', id), 'hex').subarray(0, 16).toString('base64url');

/** To look a typed code up: whoever reads the database learns no code from it. */
export const codeHmac = (cijfers: string) => hmac('presentiecode-zoek', cijfers);

export const adresVan = (id: string) => `${config().origin}/m/${tokenVan(id)}`;

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
		.where(and(eq(presentiecode.codeHmac, codeHmac(cijfers)), leeft()))
		.get();

/** Also when it is over: that may be said to who has the whole link. */
export const codeByToken = (token: string): CodeRow | undefined =>
	db()
		.select()
		.from(presentiecode)
		.where(eq(presentiecode.tokenHash, hashToken(token)))
		.get();
