/** What a drill found. */
export interface Finding {
	/** False when it did not hold; undefined when this machine cannot try it. */
	isWell: boolean | undefined;
	figures: string;
}

export interface Drill {
	fault: string;
	/** What is done to the server, in words. */
	what: string;
	run: () => Promise<Finding>;
}

/** Gathers what has to hold, each with what was seen. */
export class Checks {
	readonly #wrong: string[] = [];
	readonly #seen: string[] = [];

	/** Notes a figure that was seen. */
	saw(figure: string) {
		this.#seen.push(figure);
	}

	holds(isSo: boolean, what: string) {
		if (!isSo) this.#wrong.push(what);
	}

	/** Notes a number, and that it may not be more. */
	atMost(value: number, most: number, unit: string) {
		this.saw(`${Math.round(value * 10) / 10} ${unit} (≤ ${most})`);
		if (!(value <= most)) this.#wrong.push(`${unit} ≤ ${most}`);
	}

	get finding(): Finding {
		const figures = this.#seen.join(', ');
		if (this.#wrong.length === 0) return { isWell: true, figures };
		return { isWell: false, figures: `NOT: ${[...new Set(this.#wrong)].join('; ')} | ${figures}` };
	}
}

export const percentile = (values: number[], p: number) =>
	values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * p) - 1)] ?? 0;

/** Known of Yjs (decision 017): a few are let by, and counted. */
export const IN_OTHER_ORDER = 'with words in another order after an undo (decision 017)';
