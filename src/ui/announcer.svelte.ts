/** So many seconds of what others do are said in one go. */
const BUNDLE_MS = 10_000;
/** The first of a quiet time waits a moment for what belongs to it. */
const FIRST_MS = 500;

/** What others do, said aloud calmly: each sentence once, at most every ten seconds. */
export class Announcer {
	text = $state('');
	#waiting: string[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#quietUntil = 0;

	say(sentence: string) {
		if (!this.#waiting.includes(sentence)) this.#waiting.push(sentence);
		if (this.#timer) return;
		const wait = Math.max(FIRST_MS, this.#quietUntil - Date.now());
		this.#timer = setTimeout(() => this.#flush(), wait);
	}

	stop() {
		clearTimeout(this.#timer);
	}

	#flush() {
		this.#timer = undefined;
		this.#quietUntil = Date.now() + BUNDLE_MS;
		this.text = this.#waiting.map((sentence) => sentence.replace(/\.?$/, '.')).join(' ');
		this.#waiting = [];
	}
}
