/** So many per second, and so many at once. Monotonic time: a clock that jumps jams nobody. */
export class Bucket {
	#left: number;
	#at = performance.now();
	readonly #perMs: number;
	readonly #full: number;

	constructor(perSecond: number, full = perSecond) {
		this.#perMs = perSecond / 1000;
		this.#full = full;
		this.#left = full;
	}

	/** Takes them also when there are too few, and then says false: a debt is waited out. */
	take(count = 1): boolean {
		const at = performance.now();
		this.#left = Math.min(this.#full, this.#left + (at - this.#at) * this.#perMs) - count;
		this.#at = at;
		return this.#left >= 0;
	}

	/** Takes it only when it is there: who sends more is not held up longer for it. */
	tryTake(): boolean {
		if (this.take()) return true;
		this.#left++;
		return false;
	}
}
