// Log-linear histogram of milliseconds: 0.5 % wide buckets from 10 µs to 10 min.
const MIN = 0.01;
const LOG = Math.log(1.005);
const N = Math.ceil(Math.log(600000 / MIN) / LOG) + 1;
export class Hist {
	constructor() {
		this.b = new Float64Array(N);
		this.n = 0;
		this.sum = 0;
		this.max = 0;
	}
	add(ms, w = 1) {
		if (ms < 0) ms = 0;
		const i = ms <= MIN ? 0 : Math.min(N - 1, Math.ceil(Math.log(ms / MIN) / LOG));
		this.b[i] += w;
		this.n += w;
		this.sum += ms * w;
		if (ms > this.max) this.max = ms;
	}
	merge(o) {
		for (let i = 0; i < N; i++) this.b[i] += o.b[i];
		this.n += o.n;
		this.sum += o.sum;
		if (o.max > this.max) this.max = o.max;
		return this;
	}

	q(p) {
		if (!this.n) return null;
		const want = Math.max(1, Math.ceil(this.n * p));
		let acc = 0;
		for (let i = 0; i < N; i++) {
			acc += this.b[i];
			if (acc >= want) return Math.min(MIN * Math.exp(i * LOG), this.max);
		}
		return this.max;
	}
	json() {
		const r = (x) => (x === null ? null : Math.round(x * 100) / 100);
		return {
			n: this.n,
			mean: r(this.n ? this.sum / this.n : null),
			p50: r(this.q(0.5)),
			p95: r(this.q(0.95)),
			p99: r(this.q(0.99)),
			max: r(this.n ? this.max : null),
		};
	}
}

// Latencies by the tenth of a second in which the edit was sent. At the end only those
// tenths count in which (and after which) the host took no core away, so that a
// shared machine's hiccups do not pass for the server's.
export class Windows {
	constructor(system, ms = 100) {
		this.system = system;
		this.ms = ms;
		this.h = [];
		this.steal = [];
		this.t0 = 0;
	}
	start() {
		this.t0 = performance.now();
		let last = this.system();
		this.timer = setInterval(() => {
			const s = this.system();
			this.steal.push({ at: performance.now(), ms: s.stealMs - last.stealMs });
			last = s;
		}, this.ms);
	}

	add(sentAt, ms) {
		const k = Math.floor((sentAt - this.t0) / this.ms);
		if (k >= 0) (this.h[k] ??= new Hist()).add(ms);
	}

	stop() {
		clearInterval(this.timer);
	}
	// merged histogram of the calm tenths, and their share
	calm() {
		const all = new Hist();
		let used = 0;
		for (let k = 0; k < this.h.length; k++) {
			if (!this.h[k]) continue;
			const from = this.t0 + k * this.ms;
			const to = from + 2 * this.ms;
			const over = this.steal.filter((x) => x.at > from && x.at - this.ms < to);
			if (over.length && over.every((x) => x.ms === 0)) {
				all.merge(this.h[k]);
				used++;
			}
		}
		return {
			...all.json(),
			share: this.h.length ? Math.round((used / this.h.length) * 100) / 100 : 0,
		};
	}
}
