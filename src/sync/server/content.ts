import * as Y from 'yjs';
import type { Shape } from '#sync/kind.ts';
import type { LogSize } from './compact.ts';
import { build, load } from './load.ts';

const NOTHING = new Uint8Array([0, 0]);
/** Merging is quadratic in how many there are at once, and cheap in small groups. */
const GROUP = 16;
/** Beyond this the state is made anew rather than kept with what came after it. */
const MAX_TAIL = 65_536;

const bytesOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, part) => sum + part.length, 0);

/** Bytes of a document that is made anew for who joins rather than sent in two parts. */
const SMALL = 65_536;

/** Several updates as one. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
	let merged = [...updates];
	while (merged.length > 1) {
		const groups: Uint8Array[] = [];
		for (let i = 0; i < merged.length; i += GROUP)
			groups.push(Y.mergeUpdates(merged.slice(i, i + GROUP)));
		merged = groups;
	}
	return merged[0] ?? NOTHING;
}

interface OnDisk {
	epoch: number;
	/** The last update in the log, and the last that `project` has seen. */
	seq: number;
	projectedSeq: number;
	/** What came after the last snapshot. */
	log: LogSize;
}

/**
 * What is on disk of one document: bytes while nobody writes, a Y.Doc while somebody does. Bytes are
 * a tenth of the memory, and who joins is answered from them without anything being built.
 */
export class Content {
	readonly name: string;
	#stored: OnDisk | undefined;
	#doc: Y.Doc | undefined;
	#state: Uint8Array | undefined;
	/** Of `#state`, while there is nothing else. */
	#vector: Uint8Array | undefined;
	#tail: Uint8Array[] = [];
	#tailBytes = 0;
	#bytes = 0;

	/** What only the server writes it also takes away: then it goes to nobody who joins after that. */
	readonly #isMadeAnew: boolean;

	constructor(name: string, { own }: Pick<Shape, 'own'> = {}) {
		this.name = name;
		this.#isMadeAnew = own !== undefined;
	}

	/** Throws `DocumentDamaged` when it cannot be read. */
	#load() {
		const stored = load(this.name);
		// what came after the snapshot is whole only if a document can be built of it; until it is,
		// nothing is known, or who tries again would be given an empty one
		if (stored.tail.length > 0) this.#doc = build(stored);
		else this.#state = stored.state ?? NOTHING;
		const bytes = bytesOf(stored.tail.map(({ data }) => data));
		const state = stored.state?.length ?? 0;
		const { epoch, seq, projectedSeq } = stored;
		this.#stored = { epoch, seq, projectedSeq, log: { rows: stored.tail.length, bytes, state } };
		this.#bytes = state + bytes;
	}

	/** What is known from the disk: loads it when nothing is. */
	get stored() {
		if (!this.#stored) this.#load();
		return this.#stored!;
	}

	get isLive(): boolean {
		return this.#doc !== undefined;
	}

	/** The document itself. Whoever changes it tells with `add`, or takes it back with `forget`. */
	get doc(): Y.Doc {
		if (!this.#stored) this.#load();
		this.#vector = undefined;
		this.#doc ??= build({ state: this.#state, tail: [] });
		return this.#doc;
	}

	/** All of it as one update, as it was when this was last made; the tail came after. */
	state(): Uint8Array {
		if (!this.#stored) this.#load();
		return this.#state ?? this.#encode();
	}

	#encode(): Uint8Array {
		const state = Y.encodeStateAsUpdate(this.doc);
		this.#tail = [];
		this.#tailBytes = 0;
		this.#bytes = state.length;
		return (this.#state = state);
	}

	/** What somebody with this state vector has to get: never nothing first, and nothing twice. */
	missing(vector: Uint8Array): { first: Uint8Array; rest: Uint8Array | undefined } {
		if (vector.length > 1) {
			const first = this.#doc
				? Y.encodeStateAsUpdate(this.#doc, vector)
				: Y.diffUpdate(this.state(), vector);
			return { first, rest: undefined };
		}
		let first = this.state();
		// who leaves after the first answer has missed nothing, where that costs next to nothing
		const makesAnew = this.#isMadeAnew || first.length < SMALL;
		if (this.#tail.length > 0 && makesAnew) first = this.#encode();
		this.#tail = this.#tail.length > 1 ? [mergeUpdates(this.#tail)] : this.#tail;
		return { first, rest: this.#tail[0] };
	}

	vector(): Uint8Array {
		if (this.#doc) return Y.encodeStateVector(this.#doc);
		return (this.#vector ??= Y.encodeStateVectorFromUpdate(this.state()));
	}

	/** As `vector`, of these clients at least. */
	vectorOf(clients: Iterable<number>): Uint8Array {
		const doc = this.#doc;
		if (!doc) return this.vector();
		return Y.encodeStateVector(
			new Map([...clients].map((one) => [one, Y.getState(doc.store, one)])),
		);
	}

	/** An update that is in the document now, and on disk in these places of the log. */
	add(update: Uint8Array, seqs: readonly number[]) {
		const { log } = this.stored;
		this.stored.seq = Math.max(this.stored.seq, ...seqs);
		log.rows += seqs.length;
		log.bytes += update.length;
		this.#bytes += update.length;
		if (!this.#state) return;
		// a copy: what came in over a socket is a piece of something larger
		this.#tail.push(update.slice());
		this.#tailBytes += update.length;
		if (this.#tailBytes > MAX_TAIL + this.#state.length / 4) this.#state = undefined;
	}

	/** Keeps bytes only. */
	rest() {
		if (!this.#doc) return;
		this.#encode();
		this.#drop();
	}

	/** What is in memory is not what is on disk: the next to ask loads it again. */
	forget() {
		this.#state = undefined;
		this.#tail = [];
		this.#tailBytes = 0;
		this.#stored = this.#vector = undefined;
		this.#drop();
	}

	#drop() {
		this.#doc?.destroy();
		this.#doc = undefined;
	}

	/** Bytes on the line, never less than it is: `measure` says it exactly. */
	get size(): number {
		return this.#bytes;
	}

	/** Bytes on the line, and structs in memory. */
	measure(): { bytes: number; structs: number } {
		if (this.#tailBytes > 0) this.#state = undefined;
		const bytes = this.state().length;
		let structs = 0;
		for (const list of this.doc.store.clients.values()) structs += list.length;
		return { bytes, structs };
	}
}
