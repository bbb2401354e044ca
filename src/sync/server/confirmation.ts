import type { Connection } from './connection.ts';
import { saved } from './frames.ts';

/**
 * Milliseconds. Nobody sees a sixth of a second, and where several write something goes out to each of
 * them before that: then it goes along, and costs no message of its own.
 */
const WAIT = 150;

interface Waiting {
	since: number;
	/** For all clients: an answer may repeat what others brought. */
	isWhole: boolean;
}

/** What is on disk, as state vectors; neither throws, for this asks at a moment of its own. */
interface Has {
	vector(): Uint8Array;
	vectorOf(clients: Iterable<number>): Uint8Array;
}

/** Tells who wrote how much of it is on disk. */
export class Confirmation {
	/** Who waits, in the order of since when. */
	readonly #waiting = new Map<Connection, Waiting>();
	readonly #has: Has;
	#timer: NodeJS.Timeout | undefined;

	constructor(has: Has) {
		this.#has = has;
	}

	give(connection: Connection, isWhole: boolean) {
		const known = this.#waiting.get(connection);
		if (known) known.isWhole ||= isWhole;
		else this.#waiting.set(connection, { since: performance.now(), isWhole });
		if (!this.#timer) this.#wait(WAIT);
	}

	#wait(milliseconds: number) {
		this.#timer = setTimeout(() => this.#look(), milliseconds);
	}

	/** Who came to wait meanwhile may well hear it with what others write. */
	#look() {
		this.#timer = undefined;
		const enough = performance.now() - WAIT;
		for (const [connection, { since }] of this.#waiting) {
			if (since > enough) return this.#wait(since - enough);
			connection.send(this.#take(connection)!);
		}
	}

	/** The frame, and after it what this connection waits for, if it does. */
	along(connection: Connection, frame: Buffer): Buffer {
		const own = this.#take(connection);
		return own ? Buffer.concat([frame, own]) : frame;
	}

	#take(connection: Connection): Buffer | undefined {
		const waiting = this.#waiting.get(connection);
		if (!waiting) return undefined;
		this.#waiting.delete(connection);
		const { stored, clients } = connection;
		const vector = waiting.isWhole ? this.#has.vector() : this.#has.vectorOf(clients);
		return saved(stored, vector);
	}

	/** Now, what waits. */
	send() {
		this.cancel();
		for (const connection of this.#waiting.keys()) connection.send(this.#take(connection)!);
	}

	cancel() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
