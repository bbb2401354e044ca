import type { Engine } from './engine.ts';
import { noticeOf, type Notice, type Situation } from './notices.ts';
import type { Surroundings } from './surroundings.ts';
import type { Taken } from './taken.ts';
import { unsentText } from './unsent.ts';

/** A line that is back within this time was not worth a word. */
const BLIP_MS = 2_000;
const BACK_MS = 4_000;
const LOOK_AGAIN_MS = 500;

/** What to say now, and for how long. */
export class Telling {
	#backUntil = 0;
	readonly #engine: Engine;
	readonly #place: Surroundings;
	readonly #taken: () => Taken | undefined;
	readonly #ask: string | undefined;

	constructor(
		engine: Engine,
		place: Surroundings,
		about: { taken: () => Taken | undefined; ask?: string },
	) {
		this.#engine = engine;
		this.#place = place;
		this.#taken = about.taken;
		this.#ask = about.ask;
	}

	/** With when to ask again, if time alone changes it. */
	now(): { notice: Notice | undefined; again: number | undefined } {
		const engine = this.#engine;
		const situation = this.#situation();
		if (situation.offline) engine.wasAway = true;
		else if (engine.wasAway && engine.online && engine.loaded && !situation.unsaved) {
			engine.wasAway = false;
			this.#backUntil = Date.now() + BACK_MS;
			situation.justBack = true;
		}
		const isPassing = situation.justBack || situation.retryIn !== undefined;
		const isWaiting = !engine.online && !situation.offline && engine.ended === undefined;
		return {
			notice: noticeOf(situation),
			again: isPassing || isWaiting ? LOOK_AGAIN_MS : undefined,
		};
	}

	/** What could not be sent, and was copied by now or is not wanted. */
	async #dropUnsent() {
		if (await this.#engine.copy?.clear()) this.#place.reload();
	}

	#situation(): Situation {
		const engine = this.#engine;
		const { unsaved, keeps } = engine.whereabouts();
		const noNetwork = this.#place.noNetwork();
		const down = Date.now() - engine.downSince;
		return {
			ended: engine.ended,
			isGone: engine.line.isGone,
			retryIn: engine.line.secondsLeft,
			waitCode: engine.line.waitCode,
			offline: !engine.online && (noNetwork || down >= BLIP_MS),
			noNetwork,
			keeps,
			justBack: Date.now() < this.#backUntil,
			limit: engine.limit,
			newBuild: engine.hasNewBuild,
			right: engine.right,
			couldWrite: engine.couldWrite,
			ask: this.#ask,
			unsaved,
			taken: this.#taken()?.notice(engine.right),
			ownText: () => unsentText(engine.doc, engine.unsaved.needed, engine.unsaved.has),
			retry: () => engine.retry(),
			reload: () => this.#place.reload(),
			dropUnsent: () => void this.#dropUnsent(),
			logIn: () => this.#place.logIn(),
		};
	}
}
