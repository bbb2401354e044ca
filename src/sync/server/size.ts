import { limit } from '#server/limits.ts';
import type { Content } from './content.ts';

/** Measuring takes a while: it is done again when this much was added, and not more often than so. */
const STEP = 1_048_576;
const EVERY = 5000;

/** Whether a document is still of a size that everybody can open. */
export class Size {
	isLarge = false;
	isFull = false;
	readonly #content: Content;
	#next = Math.min(STEP, limit('documentWarn'));
	#at = -Infinity;

	constructor(content: Content) {
		this.#content = content;
	}

	/** After something was added. True when it turned out differently than it was. */
	look(): boolean {
		const isDue = this.isFull
			? performance.now() - this.#at > EVERY
			: this.#content.size > this.#next;
		if (!isDue) return false;
		const { isFull, isLarge } = this;
		const { bytes, structs } = this.#content.measure();
		this.#at = performance.now();
		const border = bytes < limit('documentWarn') ? limit('documentWarn') : limit('documentMost');
		this.#next = bytes < border ? Math.min(border, bytes + STEP) : bytes + STEP;
		this.isFull = bytes >= limit('documentMost') || structs >= limit('documentStructs');
		this.isLarge = this.isFull || bytes >= limit('documentWarn');
		return isFull !== this.isFull || isLarge !== this.isLarge;
	}
}
