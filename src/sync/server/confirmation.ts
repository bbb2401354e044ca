import type { Connection } from './connection.ts';
import { saved } from './frames.ts';

/** In a room of so many the state vector is long, and nobody sees a tenth of a second. */
const LARGE = 25;
const WAIT = 100;

/** Tells who wrote how much of it is on disk. */
export class Confirmation {
	readonly #waiting = new Set<Connection>();
	readonly #vector: () => Uint8Array;
	#timer: NodeJS.Timeout | undefined;

	constructor(vector: () => Uint8Array) {
		this.#vector = vector;
	}

	/** At once, or in a large room for many at the same time. */
	give(senders: Iterable<Connection>, roomSize: number) {
		for (const sender of senders) this.#waiting.add(sender);
		if (roomSize < LARGE) this.#send();
		else this.#timer ??= setTimeout(() => this.#send(), WAIT);
	}

	#send() {
		this.cancel();
		const vector = this.#vector();
		for (const connection of this.#waiting) connection.send(saved(connection.stored, vector));
		this.#waiting.clear();
	}

	cancel() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
