import { setImmediate as immediate, setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { contentHash } from './canonical.ts';
import { build, load, type Stored } from './load.ts';
import { rows } from './rows.ts';
import { packSnapshot } from './snapshot.ts';

const MAX_ROWS = 500;
const MAX_BYTES = 512 * 1024;
/** A log of so many bytes is worth less than a second copy of the snapshot it leads to. */
const MAX_LOG_BETWEEN = 64 * 1024;
/** A large document is built again less often: this many bytes of it weigh as much as one row. */
const BYTES_PER_ROW = 128;

/** What lies behind the last snapshot of a document. */
export interface LogSize {
	rows: number;
	bytes: number;
	/** Of the snapshot, unpacked. */
	state: number;
}

/** After a step of so many milliseconds there is a rest, so that who came in meanwhile waits for one. */
const LONG = 20;

function takingTurns() {
	let since = performance.now();
	return async () => {
		await (performance.now() - since > LONG ? wait(LONG) : immediate());
		since = performance.now();
	};
}

export const isDue = (size: LogSize) =>
	size.bytes >= MAX_BYTES || size.rows >= Math.max(MAX_ROWS, size.state / BYTES_PER_ROW);

export type Compaction = 'done' | 'nothing' | 'differs' | 'overtaken';

/**
 * Makes a snapshot of what is on the disk. It replaces nothing before it was seen to hold the same:
 * the log is built into a document, that document is written out, and a second document is built of
 * what would be stored. For when a disk lies the snapshot before it stays, with the log since then;
 * or, when that log is long, a second copy of the new one.
 * Between the steps others have their turn.
 */
export async function compact(name: string): Promise<Compaction> {
	const stored = load(name);
	// a snapshot that was damaged at this very place is left for who wants to look at it
	if (stored.seq === stored.newestSeq) return 'nothing';
	const turn = takingTurns();
	const made = build(stored);
	await turn();
	const state = Y.encodeStateAsUpdate(made);
	await turn();
	const again = build({ state, tail: [] });
	await turn();
	const digests = [digest(made)];
	await turn();
	digests.push(digest(again));
	await turn();
	const isSame = digests[0] === digests[1];
	made.destroy();
	again.destroy();
	if (!isSame) return 'differs';
	const packed = packSnapshot(state);
	await turn();
	return replace(stored, packed);
}

const digest = (doc: Y.Doc) =>
	`${Buffer.from(Y.encodeStateVector(doc)).toString('hex')} ${contentHash(doc)}`;

function replace(stored: Stored, { state, hash }: { state: Buffer; hash: string }): Compaction {
	const { name, seq, baseSeq, baseCopy, newestSeq, epoch } = stored;
	const { document, newest, putSnapshot, dropSnapshots, dropUpdates } = rows();
	return db()
		.$client.transaction((): Compaction => {
			const about = document.get(name);
			// a purge or another process came in between: what was made is of a document that is gone
			if (about?.epoch !== epoch || (newest.get(name)?.seq ?? 0) !== newestSeq) return 'overtaken';
			const at = now().getTime();
			const isLong = stored.tail.reduce((sum, { data }) => sum + data.length, 0) > MAX_LOG_BETWEEN;
			putSnapshot.run(name, seq, 0, state, hash, at);
			if (isLong) putSnapshot.run(name, seq, 1, state, hash, at);
			const keep = isLong ? seq : baseSeq;
			dropSnapshots.run(name, seq, keep, baseCopy);
			// what was not projected yet tells whose work it is
			dropUpdates.run(name, Math.min(keep, about.projectedSeq));
			return 'done';
		})
		.immediate();
}
