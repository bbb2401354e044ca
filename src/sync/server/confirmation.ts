import type { Connection } from './connection.ts';
import { saved } from './frames.ts';

/** Nobody sees a twentieth of a second, and a state vector for several at once is made once. */
const WAIT = 50;

/** Tells who wrote how much of it is on disk. */
export class Confirmation {
	readonly #waiting = new Set<Connection>();
	readonly #vector: () => Uint8Array;
	#timer: NodeJS.Timeout | undefined;

	constructor(vector: () => Uint8Array) {
		this.#vector = vector;
	}

	give(senders: Iterable<Connection>) {
		for (const sender of senders) this.#waiting.add(sender);
		this.#timer ??= setTimeout(() => this.send(), WAIT);
	}

	/** Now, what waits. */
	send() {
		if (this.#waiting.size === 0) return;
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
