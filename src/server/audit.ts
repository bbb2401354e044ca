import { createHash } from 'node:crypto';
import { asc, desc } from 'drizzle-orm';
import { now } from './clock.ts';
import { db } from './db/db.ts';
import { log } from './log.ts';
import { audit } from './tables.server.ts';

export interface AuditLine {
	/** Id of an account or persoon, or `systeem`. Never a name. */
	actor: string;
	action: string;
	/** `kind:id` */
	object: string;
	result?: string;
	/** Left out for what concerns the installation. */
	werkplaatsId?: string | null;
}

type Row = Omit<typeof audit.$inferSelect, 'seq' | 'hash'>;

const hashOf = ({ previousHash, at, werkplaatsId, actor, action, object, result }: Row) =>
	createHash('sha256')
		.update(
			JSON.stringify([previousHash, at.getTime(), werkplaatsId, actor, action, object, result]),
		)
		.digest('hex');

/** Writes down who did what. Each row holds the hash of the one before it; nothing is ever changed. */
export function record({ actor, action, object, result = 'ok', werkplaatsId = null }: AuditLine) {
	db().transaction((tx) => {
		const last = tx.select().from(audit).orderBy(desc(audit.seq)).limit(1).get();
		const row = {
			at: now(),
			werkplaatsId,
			actor,
			action,
			object,
			result,
			previousHash: last?.hash ?? '',
		};
		tx.insert(audit)
			.values({ ...row, hash: hashOf(row) })
			.run();
	});
	log.info({ event: 'audit', actor, object: `${action} ${object}`, result });
}

export interface AuditReport {
	rows: number;
	/** Sequence numbers where the chain is broken: a row was changed, or rows before it are gone. */
	broken: number[];
}

/** Walks the whole chain. A last row that was taken away shows in the counter SQLite keeps. */
export function verifyAudit(): AuditReport {
	const rows = db().select().from(audit).orderBy(asc(audit.seq)).all();
	const broken: number[] = [];
	let previousHash = '';
	for (const row of rows) {
		if (row.previousHash !== previousHash || row.hash !== hashOf(row)) broken.push(row.seq);
		previousHash = row.hash;
	}
	const counter = db()
		.$client.prepare(`select seq from sqlite_sequence where name = 'audit'`)
		.get();
	const highest = (counter as { seq: number } | undefined)?.seq ?? 0;
	if (highest > (rows.at(-1)?.seq ?? 0)) broken.push(highest);
	return { rows: rows.length, broken };
}
