import { limit } from '#server/limits.ts';

/** Bytes after which is asked how far somebody has read; 8 s of a line of 64 kbit/s. */
const ASK_AFTER = 65_536;
/** One piece may take a second longer per so many bytes; 5 MiB the half minute that a browser waits. */
const SLOWEST = 524_288;

/**
 * How far somebody has read what was sent. The machines on the way take in tens of megabytes for who
 * reads nothing, so a socket does not tell; pings between the frames do: they are answered in turn.
 */
export class Uptake {
	#sent = 0;
	#asked = 0;
	#read = 0;
	/** Since when there is no news of what was asked, and how many milliseconds that may last. */
	#since = performance.now();
	#patience = 0;

	/** Counts what was sent. True when it is time to ask. */
	send(bytes: number): boolean {
		this.#sent += bytes;
		return this.#sent - this.#asked >= ASK_AFTER;
	}

	/** What to ask with: how much was sent before it. */
	ask(): string {
		const patience = (limit('backlogSeconds') + (this.#sent - this.#asked) / SLOWEST) * 1000;
		if (this.#asked === this.#read) this.#expect(patience);
		this.#patience = Math.max(this.#patience, patience);
		this.#asked = this.#sent;
		return String(this.#asked);
	}

	#expect(patience: number) {
		this.#since = performance.now();
		this.#patience = patience;
	}

	/** The answer. One that was made up says nothing. */
	hear(answer: Buffer) {
		const read = Number(answer.toString());
		if (!(read > this.#read && read <= this.#asked)) return;
		this.#read = read;
		this.#since = performance.now();
	}

	/** The socket takes no more. Who never answers is judged by that alone. */
	fallBehind() {
		if (this.#read === 0) this.#expect(Math.max(this.#patience, limit('backlogSeconds') * 1000));
	}

	/** It read nothing for too long, with more waiting for it than anybody has room for. */
	isStuck(isBehind: boolean): boolean {
		if (this.#asked === this.#read || performance.now() - this.#since <= this.#patience)
			return false;
		return isBehind || (this.#read > 0 && this.#sent - this.#read > limit('backlogUpdates'));
	}
}
