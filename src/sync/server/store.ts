import type Database from 'better-sqlite3';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rows } from './rows.ts';

type Sqlite = Database.Database;

/** One update of one document that is to be on the disk before anybody sees it. */
export interface Entry {
	name: string;
	/** A Yjs update (v1) that was guarded and applied. */
	data: Uint8Array;
	/** Whose it is; null is the program itself. */
	persoonId: string | null;
	/** Client ids that this persoon now writes under for the first time. */
	clients?: readonly number[];
	/** Something of the document is on the disk already. */
	isKnown?: boolean;
}

/**
 * Puts a batch of updates, of any number of documents, on the disk in one transaction; returns their
 * places in the log. When it returns they are there, whatever happens to the machine. It throws what
 * SQLite says, and then none of them is. Inside a transaction of the caller it belongs to that one.
 */
export function commit(batch: readonly Entry[]): number[] {
	const sqlite = db().$client;
	const isStatement = batch.length === 1 && batch[0]!.isKnown && !batch[0]!.clients?.length;
	// one statement is a transaction by itself, at half the price
	return isStatement || sqlite.inTransaction ? append(batch) : transaction(sqlite)(batch);
}

const append = (batch: readonly Entry[]) => batch.map(put);

/** Made once per database: making one costs as much as all else that a batch asks of SQLite. */
const transactions = new WeakMap<Sqlite, typeof append>();
function transaction(sqlite: Sqlite): typeof append {
	const known = transactions.get(sqlite);
	if (known) return known;
	const made = sqlite.transaction(append);
	transactions.set(sqlite, made);
	return made;
}

function put({ name, data, persoonId, clients = [], isKnown }: Entry): number {
	const { create, append, claim } = rows();
	const at = now().getTime();
	if (!isKnown) create.run(name, at);
	for (const client of clients) claim.run(name, client, persoonId, at);
	return Number(append.run(name, data, persoonId, at).lastInsertRowid);
}

/** What `project` has seen; the log was kept until then, if nothing else needs it. */
export function setProjected(name: string, seq: number) {
	rows().projected.run(seq, name, seq);
	rows().trim.run(name, seq, name);
}

/** 1 for a document that was never written. */
export const epochOf = (name: string) => rows().document.get(name)?.epoch ?? 1;

/** Makes every copy outside this database void: clients drop theirs and ask for the document anew. */
export function raiseEpoch(name: string): number {
	rows().create.run(name, now().getTime());
	rows().raise.run(name);
	return epochOf(name);
}

/**
 * After a backup was put back: nothing a browser still has may merge into what is older. One more
 * could be an epoch that a document had after that backup, so it becomes the time, in seconds.
 */
export const raiseAllEpochs = () => rows().raiseAll.run(Math.floor(now().getTime() / 1000)).changes;
