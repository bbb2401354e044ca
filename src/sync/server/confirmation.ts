import type { Connection } from './connection.ts';
import type { Content } from './content.ts';
import { saved } from './frames.ts';

/**
 * Milliseconds. Nobody sees a sixth of a second, and where several write something goes out to each of
 * them before that: then it goes along, and costs no message of its own.
 */
const WAIT = 150;

/** Tells who wrote how much of it is on disk. */
export class Confirmation {
	/** Who waits, and whether for all clients: an answer may repeat what others brought. */
	readonly #waiting = new Map<Connection, boolean>();
	readonly #content: Content;
	#timer: NodeJS.Timeout | undefined;

	constructor(content: Content) {
		this.#content = content;
	}

	give(connection: Connection, isWhole: boolean) {
		this.#waiting.set(connection, isWhole || this.#waiting.get(connection) === true);
		this.#timer ??= setTimeout(() => this.send(), WAIT);
	}

	/** The frame, and after it what this connection waits for, if it does. */
	along(connection: Connection, frame: Buffer): Buffer {
		const own = this.#take(connection);
		return own ? Buffer.concat([frame, own]) : frame;
	}

	#take(connection: Connection): Buffer | undefined {
		const isWhole = this.#waiting.get(connection);
		if (isWhole === undefined) return undefined;
		this.#waiting.delete(connection);
		const { stored, clients } = connection;
		const vector = isWhole ? this.#content.vector() : this.#content.vectorOf(clients);
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
