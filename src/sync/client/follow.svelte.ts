import { documentName, SYNC_PATH, type DocumentName } from '../name.ts';
import { giveUpAfter } from './giveup.ts';
import { Listener } from './listen.ts';
import type { Surroundings } from './surroundings.ts';
import { watchLine } from './wakeup.ts';

/** However much happens at once, one asks twice a second at most. */
const ASK_MS = 500;
/** Without a line one looks by the clock. */
const LOOK_MS = 20_000;
/** An answer that does not come, or is none. */
const GIVE_UP_MS = 10_000;
const AGAIN_MS = 2_000;

/** Until the next try after so many that failed: a forgotten tab does not ask for ever as often. */
export const waitAgain = (failed: number) => Math.min(LOOK_MS, AGAIN_MS * 2 ** failed);

/** A live document that is open on this page already, and hears the same news. */
interface Heard {
	readonly online: boolean;
	on(topic: string, fn: () => void): () => void;
}

interface FollowOptions<T> extends DocumentName {
	/** Answers `T` as JSON. */
	url: string;
	/** What news to ask again for; see docs/sync.md. */
	topics: readonly string[];
	initial: T;
}

type Around = Pick<Surroundings, 'origin' | 'socket' | 'watchLine'> & { fetch: typeof fetch };
const browser = (): Around => ({
	origin: location.origin.replace(/^http/, 'ws'),
	socket: WebSocket,
	watchLine,
	fetch: (...request) => fetch(...request),
});

/** What several people tap and everybody sees: rows, asked for again when they changed. */
export class Followed<T> {
	/** As it was last heard. Set it when the page itself brought something newer. */
	current: T;
	/** As long as this holds, what shows is what is there. */
	online = $state(true);

	readonly #o: FollowOptions<T>;
	readonly #around: () => Around;
	#wasOpen = false;
	#isAsking = false;
	#again = false;
	#askedAt = 0;
	/** Answers in a row that did not come, or were none. */
	#failed = 0;
	#later: ReturnType<typeof setTimeout> | undefined;

	constructor(options: FollowOptions<T>, around: () => Around = browser) {
		this.#o = options;
		this.#around = around;
		this.current = $state.raw(options.initial);
	}

	/** Until the function it returns is called; in an effect, for only a browser has a line. */
	follow(heard?: Heard): () => void {
		const stop = heard ? this.#hear(heard) : this.#listen();
		return () => {
			clearTimeout(this.#later);
			this.#later = undefined;
			stop();
		};
	}

	/** Asks now, or as soon as one may again. Without an answer it asks again later. */
	async ask(): Promise<void> {
		const wait = this.#askedAt + ASK_MS - Date.now();
		if (this.#isAsking) this.#again = true;
		else if (wait > 0) this.#askLater(wait);
		else await this.#askNow();
	}

	#askLater(wait: number) {
		this.#later ??= setTimeout(() => {
			this.#later = undefined;
			void this.ask();
		}, wait);
	}

	async #askNow() {
		this.#isAsking = true;
		this.#askedAt = Date.now();
		try {
			const answer = await this.#around().fetch(this.#o.url, {
				signal: giveUpAfter(GIVE_UP_MS),
			});
			if (!answer.ok) throw new Error(answer.statusText);
			this.current = (await answer.json()) as T;
			this.#failed = 0;
		} catch {
			this.#askLater(waitAgain(this.#failed++));
		}
		this.#isAsking = false;
		if (!this.#again) return;
		this.#again = false;
		void this.ask();
	}

	/**
	 * A line that is not there yet is no line that was lost; and what changed before it was there,
	 * nobody told.
	 */
	#setOpen(isOpen: boolean) {
		if (isOpen || this.#wasOpen) this.online = isOpen;
		this.#wasOpen ||= isOpen;
		if (isOpen) void this.ask();
	}

	/** The effect around it calls it again when the line of the document comes or goes. */
	#hear(heard: Heard): () => void {
		this.#setOpen(heard.online);
		const offs = this.#o.topics.map((topic) => heard.on(topic, () => void this.ask()));
		return () => offs.forEach((off) => off());
	}

	#listen(): () => void {
		const around = this.#around();
		const listener = new Listener({
			address: around.origin + SYNC_PATH + documentName(this.#o),
			around,
			opened: () => this.#setOpen(true),
			closed: () => this.#setOpen(false),
			news: (topic) => this.#o.topics.includes(topic) && void this.ask(),
		});
		const looking = setInterval(() => listener.isOpen || void this.ask(), LOOK_MS);
		return () => {
			clearInterval(looking);
			listener.destroy();
		};
	}
}
