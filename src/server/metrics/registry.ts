/** The text format of Prometheus, version 0.0.4: what a monitor reads from /metrics. */

type Labels = Record<string, string | number>;
type Sample = [labels: Labels, value: number];
interface Metric {
	help: string;
	type: 'counter' | 'gauge' | 'summary' | 'histogram';
	lines: () => string[];
}

const escape = (text: string) => text.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`));
const braces = (labels: Labels) => {
	const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(`${value}`)}"`);
	return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
};
const line = (name: string, labels: Labels, value: number) => `${name}${braces(labels)} ${value}`;

/** A route, a status, a limit: there are few of each. More means that a label holds what it may not. */
const MAX_SERIES = 2000;

/** One row per combination of labels. */
class Series<T> {
	readonly rows = new Map<string, { labels: Labels; value: T }>();
	readonly #make: () => T;
	constructor(make: () => T) {
		this.#make = make;
	}

	row(labels: Labels): { labels: Labels; value: T } | undefined {
		const key = braces(labels);
		const known = this.rows.get(key);
		if (known || this.rows.size >= MAX_SERIES) return known;
		const row = { labels, value: this.#make() };
		this.rows.set(key, row);
		return row;
	}
}

export class Registry {
	readonly #metrics = new Map<string, Metric>();

	/** Something that happens: only ever more. */
	counter(name: string, help: string) {
		const series = new Series(() => 0);
		this.#metrics.set(name, {
			help,
			type: 'counter',
			lines: () => [...series.rows.values()].map(({ labels, value }) => line(name, labels, value)),
		});
		return (labels: Labels = {}, by = 1) => {
			const row = series.row(labels);
			if (row) row.value += by;
		};
	}

	/** How it stands at the moment somebody asks; nothing while it cannot be known. */
	gauge(name: string, help: string, read: () => number | undefined) {
		this.measured(name, { help, type: 'gauge' }, () => {
			const value = read();
			return value === undefined ? [] : [[{}, value]];
		});
	}

	measured(name: string, about: Omit<Metric, 'lines'>, read: () => Sample[]) {
		const lines = () => read().map(([labels, value]) => line(name, labels, value));
		this.#metrics.set(name, { ...about, lines });
	}

	/** How long something takes, in seconds: how often it stayed within each of `bounds`. */
	histogram(name: string, help: string, bounds: readonly number[]) {
		const series = new Series(() => ({ counts: bounds.map(() => 0), count: 0, sum: 0 }));
		this.#metrics.set(name, {
			help,
			type: 'histogram',
			lines: () =>
				[...series.rows.values()].flatMap(({ labels, value: { counts, count, sum } }) => [
					...counts.map((n, i) => line(`${name}_bucket`, { ...labels, le: bounds[i]! }, n)),
					line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
					line(`${name}_sum`, labels, sum),
					line(`${name}_count`, labels, count),
				]),
		});
		return (labels: Labels, seconds: number) => {
			const row = series.row(labels)?.value;
			if (!row) return;
			row.count++;
			row.sum += seconds;
			bounds.forEach((bound, i) => (row.counts[i]! += seconds <= bound ? 1 : 0));
		};
	}

	/** One metric that cannot be read (a database that is gone) does not take the others with it. */
	text(): string {
		const blocks = [...this.#metrics].map(([name, { help, type, lines }]) => {
			const head = `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
			try {
				return (
					head +
					lines()
						.map((text) => `${text}\n`)
						.join('')
				);
			} catch {
				return head;
			}
		});
		return blocks.join('');
	}
}
