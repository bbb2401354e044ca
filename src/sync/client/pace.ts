/** Does something at once, and again only after a while: for what may come faster than it has to. */
export class Pace {
	#at = -Infinity;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #every: number;
	readonly #act: () => void;

	constructor(every: number, act: () => void) {
		this.#every = every;
		this.#act = act;
	}

	soon() {
		if (this.#timer) return;
		const wait = this.#at + this.#every - performance.now();
		if (wait <= 0) this.now();
		else this.#timer = setTimeout(() => this.now(), wait);
	}

	now() {
		this.cancel();
		this.#at = performance.now();
		this.#act();
	}

	cancel() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
