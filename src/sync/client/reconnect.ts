import { afterClose, secondsIn, waitBefore } from './backoff.ts';

const FULL_SECONDS = 20;

/** When to try again after a connection closed, and when not to. */
export class Reconnect {
	/** The code with which the server closed for good. */
	ended: number | undefined;
	/** The code with which it asked to wait, and until when. */
	waitCode: number | undefined;
	/** It was there until then: somebody took it away. */
	isGone = false;
	until = 0;
	#attempt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #open: () => void;

	constructor(open: () => void) {
		this.#open = open;
	}

	/** Seconds to go, when the server asked to wait. */
	get secondsLeft(): number | undefined {
		return this.waitCode && Math.max(1, Math.ceil((this.until - Date.now()) / 1000));
	}

	closed(code: number, reason: string) {
		const after = afterClose(code);
		this.waitCode = undefined;
		if (after === 'stop') {
			this.ended = code;
			this.isGone = reason === 'gone';
			return clearTimeout(this.#timer);
		}
		let wait = waitBefore(this.#attempt++);
		if (after === 'wait') {
			this.waitCode = code;
			wait += (secondsIn(reason) ?? FULL_SECONDS) * 1000;
		}
		this.until = Date.now() + wait;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#open, wait);
	}

	/** It works: the next time the line breaks, the first attempt is soon. */
	worked() {
		this.#attempt = 0;
		this.waitCode = undefined;
	}

	/** At once, unless the server closed for good or asked to wait. */
	wake() {
		if (this.ended === 4401) this.ended = undefined;
		if (this.ended === undefined && !this.waitCode) this.now();
	}

	/** At once, whatever was before: somebody asked for it. */
	now() {
		this.ended = this.waitCode = undefined;
		this.#attempt = 0;
		clearTimeout(this.#timer);
		this.#open();
	}

	stop() {
		clearTimeout(this.#timer);
	}
}
