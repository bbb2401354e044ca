import type Database from 'better-sqlite3';
import * as Y from 'yjs';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { log } from '#server/log.ts';
import { rows, type SnapshotRow, type UpdateRow } from './rows.ts';
import { unpackSnapshot } from './snapshot.ts';

type Sqlite = Database.Database;

/** A document as it is on the disk, without one being built of it. */
export interface Stored {
	name: string;
	epoch: number;
	/** The last update in the log; 0 when there is none. */
	seq: number;
	projectedSeq: number;
	/** Everything up to `baseSeq` as one update (v1), to be sent as it is. */
	state: Uint8Array | undefined;
	/** The snapshot that `state` comes from; 0 when there is none. */
	baseSeq: number;
	/** Which of two that hold the same. */
	baseCopy: number;
	/** The newest snapshot there is; another one than `baseSeq` when that could not be read. */
	newestSeq: number;
	/** What came after it, in order. */
	tail: UpdateRow[];
}

/** The rows of a document cannot be made into a document. They are left as they are. */
export class DocumentDamaged extends Error {
	constructor(reason: string) {
		super(reason);
		this.name = 'DocumentDamaged';
	}
}

/** Reads a document. Throws `DocumentDamaged` when no snapshot and log together are whole. */
export function load(name: string, sqlite: Sqlite = db().$client): Stored {
	return sqlite.inTransaction ? read(name, sqlite) : sqlite.transaction(() => read(name, sqlite))();
}

function read(name: string, sqlite: Sqlite): Stored {
	const about = rows(sqlite).document.get(name) ?? { epoch: 1, projectedSeq: 0 };
	const snapshots = rows(sqlite).snapshots.all(name);
	const [newest] = snapshots;
	const from = (base: SnapshotRow | undefined, state: Uint8Array | undefined): Stored => {
		const baseSeq = base?.seq ?? 0;
		const tail = rows(sqlite).updates.all(name, baseSeq);
		const seq = Math.max(baseSeq, tail.at(-1)?.seq ?? 0);
		const baseCopy = base?.copy ?? 0;
		return { name, ...about, seq, state, baseSeq, baseCopy, newestSeq: newest?.seq ?? 0, tail };
	};
	if (!newest) return from(undefined, undefined);
	const state = unpackSnapshot(newest);
	if (state) return from(newest, state);
	return fallBack(name, snapshots, { from, sqlite });
}

/**
 * The newest snapshot is not what was written. The log is kept from the one before it, so nothing is
 * lost; but only if what comes out is whole.
 */
function fallBack(
	name: string,
	[newest, ...older]: SnapshotRow[],
	use: {
		from: (base: SnapshotRow | undefined, state: Uint8Array | undefined) => Stored;
		sqlite: Sqlite;
	},
): Stored {
	// only before the second snapshot does the log go back to the beginning
	for (const base of older.length > 0 ? older : [undefined]) {
		const state = base && unpackSnapshot(base);
		if (base && !state) continue;
		const stored = use.from(base, state);
		// without an update up to the newest snapshot this would be an older text, or none at all
		const isCopy = base?.seq === newest!.seq;
		if (!isCopy && !stored.tail.some(({ seq }) => seq <= newest!.seq)) continue;
		if (!isWhole(stored)) continue;
		log.warn({ event: 'document.fallback', object: `document:${name}` });
		return stored;
	}
	throw new DocumentDamaged('snapshot');
}

function isWhole(stored: Stored) {
	try {
		build(stored).destroy();
		return true;
	} catch {
		return false;
	}
}

/**
 * Yjs takes away formatting that has become idle wherever it sees it. Who writes does so, and sends
 * it; what the server took away by itself would be in no log and on no screen but those of newcomers.
 */
function leaveFormatting(transaction: Y.Transaction) {
	transaction._needFormattingCleanup = false;
}

/** Makes the document. Throws `DocumentDamaged` when it is not whole. */
export function build({ state, tail }: Pick<Stored, 'state' | 'tail'>): Y.Doc {
	const doc = new Y.Doc();
	doc.on('afterTransaction', leaveFormatting);
	try {
		doc.transact(() => {
			if (state) Y.applyUpdate(doc, state);
			for (const { data } of tail) Y.applyUpdate(doc, data);
		});
	} catch {
		throw new DocumentDamaged('update');
	}
	if (doc.store.pendingStructs || doc.store.pendingDs) throw new DocumentDamaged('incomplete');
	return doc;
}

/** Remembers that a document could not be loaded, for the beheerder; its rows stay as they are. */
export function markDamaged(name: string, error: DocumentDamaged) {
	log.error({ event: 'document.damaged', object: `document:${name}`, result: error.message });
	rows().damage.run(name, error.message, now().getTime());
}

/** Who may write under which client id of a document. */
export const clientsOf = (name: string): Map<number, string | null> =>
	new Map(
		rows()
			.clients.all(name)
			.map(({ client, persoonId }) => [client, persoonId]),
	);
