import { eq, gt, max } from 'drizzle-orm';
import * as Y from 'yjs';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { errorFields, log } from '#server/log.ts';
import { singleton } from '#server/singleton.ts';
import type { Contribution } from '../kind.ts';
import type { Room } from './room.ts';
import { rows } from './rows.ts';
import { setProjected } from './store.ts';
import { document, documentUpdate } from './tables.server.ts';

/** Milliseconds after the last edit; while the typing goes on it waits no longer than the second. */
const QUIET = 2000;
const LONGEST = 30_000;
/** After one whose time has come, so many times what it took is for others. */
const REST = 4;

/** Where people begin together, the rows of many are due together: they take turns. */
const turns = () =>
	singleton('sync-projections', () => ({ due: new Set<Projection>(), isTaken: false }));

function takeTurn() {
	const state = turns();
	const [first] = state.due;
	state.isTaken = first !== undefined;
	if (!first) return;
	const began = performance.now();
	first.run();
	setTimeout(takeTurn, REST * (performance.now() - began)).unref();
}

/** Writes the plain rows of a document after it was stored. */
export class Projection {
	readonly #room: Room;
	#timer: NodeJS.Timeout | undefined;
	/** When something was stored that the rows do not show: the first and the last of it. */
	#since = 0;
	#last = 0;

	constructor(room: Room) {
		this.#room = room;
	}

	/** Something was stored. */
	soon() {
		this.#last = performance.now();
		if (this.#timer) return;
		this.#since = this.#last;
		this.#wait(QUIET);
	}

	#wait(milliseconds: number) {
		this.#timer = setTimeout(() => this.#look(), milliseconds).unref();
	}

	/** Is it quiet by now, or has this waited long enough? */
	#look() {
		const left = Math.min(this.#last + QUIET, this.#since + LONGEST) - performance.now();
		if (left >= 1) return this.#wait(left);
		const { due, isTaken } = turns();
		due.add(this);
		if (!isTaken) takeTurn();
	}

	/** Something was stored that its rows do not show yet. */
	get isDue(): boolean {
		return this.#timer !== undefined;
	}

	cancel() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		turns().due.delete(this);
	}

	/** Does it now, if there is anything to do. What goes wrong here disturbs nobody in the room. */
	run() {
		this.cancel();
		const { name, id, kind, content } = this.#room;
		try {
			const { seq, projectedSeq } = content.stored;
			if (seq <= projectedSeq) return;
			const { doc } = content;
			db().transaction(() => {
				kind.project(id, doc, contributionsSince(name, projectedSeq, doc.clientID));
				setProjected(name, seq);
			});
			content.stored.projectedSeq = seq;
		} catch (error) {
			log.error({ event: 'document.not-projected', object: name, ...errorFields(error) });
		}
	}
}

/** Documents of which something was stored that their rows do not show: the process ended before. */
export const namesBehind = (): string[] =>
	db()
		.select({ name: document.name })
		.from(document)
		.innerJoin(documentUpdate, eq(documentUpdate.name, document.name))
		.groupBy(document.name)
		.having(gt(max(documentUpdate.seq), document.projectedSeq))
		.all()
		.map(({ name }) => name);

/**
 * What each persoon did per day, counted from what was stored; row by row, for it may be very much.
 * What a page writes for somebody, such as a version that is put back, is an edit of theirs but not
 * their words: that is under the client id of the room.
 */
function contributionsSince(name: string, seq: number, ofPages: number): Contribution[] {
	const sums = new Map<string, Contribution>();
	for (const { persoonId, createdAt, data } of rows().written.iterate(name, seq)) {
		const dag = today(new Date(createdAt));
		const key = `${persoonId} ${dag}`;
		const sum = sums.get(key) ?? { persoonId, dag, wijzigingen: 0, tekens: 0 };
		sum.wijzigingen++;
		sum.tekens += charactersIn(data, ofPages);
		sums.set(key, sum);
	}
	return [...sums.values()];
}

function charactersIn(update: Uint8Array, ofPages: number): number {
	let count = 0;
	for (const struct of Y.decodeUpdate(update).structs)
		if (
			struct instanceof Y.Item &&
			struct.id.client !== ofPages &&
			struct.content instanceof Y.ContentString
		)
			count += struct.content.str.length;
	return count;
}
