import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { Engine } from './client/engine.ts';
import type { Notice } from './client/notices.ts';
import type { OpenOptions } from './client/options.ts';
import { presentIn, type Aanwezige } from './client/presence.ts';
import { isLostOnLeaving, saveStateOf, type SaveState } from './client/saved.ts';
import { browser, type Surroundings } from './client/surroundings.ts';
import type { Taken } from './client/taken.ts';
import { Telling } from './client/telling.ts';
import type { SyncRight } from './kind.ts';

export type { OpenOptions } from './client/options.ts';
export type { Notice } from './client/notices.ts';
export type { Aanwezige } from './client/presence.ts';
export type { SaveState } from './client/saved.ts';

/** For what goes on screen: a caret that moved, or a new closure, is nothing new there. */
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** One document that several people write at once, as a page sees it. */
export class LiveDocument {
	readonly doc: Y.Doc;
	readonly awareness: Awareness;
	save = $state<SaveState>('opgeslagen');
	/** There is a line, and the server said what I may. */
	online = $state(false);
	/** What is in `doc` is the document, and not the empty one before it came. */
	loaded = $state(false);
	right = $state<SyncRight>('lezen');
	/** Everybody else, each once. */
	aanwezigen = $state.raw<Aanwezige[]>([]);
	notice = $state.raw<Notice>();
	/** The close code with which it ended for good; undefined as long as it goes on. */
	ended = $state<number>();

	readonly #engine: Engine;
	readonly #telling: Telling;
	#taken: Taken | undefined;
	#later: ReturnType<typeof setTimeout> | undefined;

	constructor(options: OpenOptions, place: Surroundings) {
		this.#engine = new Engine(options, place, () => this.#refresh());
		this.#telling = new Telling(this.#engine, place, {
			taken: () => this.#taken,
			ask: options.ask,
		});
		this.#engine.ready = () => this.#watch(options);
		this.doc = this.#engine.doc;
		this.awareness = this.#engine.awareness;
		this.awareness.on('change', ({ updated }: { updated: number[] }) => {
			const { states, clientID } = this.awareness;
			// who goes somewhere in a text may write, or take away, next
			if (options.taken?.plain && updated.includes(clientID)) void this.#watch(options);
			const present = presentIn(states, options.persoonId, clientID);
			if (!isSame(present, this.aanwezigen)) this.aanwezigen = present;
		});
		this.#refresh();
	}

	/** Runs when the server has news about this: others remarked, a version was made. */
	on(topic: string, fn: () => void): () => void {
		return this.#engine.on(topic, fn);
	}

	/** Where in the document I am, in words for the others. */
	setPlek(plek: string) {
		this.#engine.own.setPlek(plek);
	}

	/** Leaving now would take away something that is nowhere else: ask before that. */
	get isLostOnLeaving(): boolean {
		return isLostOnLeaving(this.#engine.whereabouts());
	}

	/** Something of mine is not on the disk of the server. */
	get hasUnsent(): boolean {
		return this.#engine.unsaved.any;
	}

	retry() {
		this.#engine.retry();
	}

	destroy() {
		clearTimeout(this.#later);
		this.#engine.destroy();
	}

	async #watch({ persoonId, taken }: OpenOptions) {
		if (!taken || this.#taken) return;
		// without a network the next touch tries again
		const module = await taken.watch().catch(() => undefined);
		if (!module || this.#taken) return;
		const options = { persoonId, plain: taken.plain };
		this.#taken = new module.Taken(this.#engine, options, () => this.#refresh());
	}

	#refresh() {
		const engine = this.#engine;
		this.online = engine.online;
		this.loaded = engine.loaded;
		this.right = engine.right;
		this.ended = engine.ended;
		this.save = saveStateOf(engine.whereabouts());
		const { notice, again } = this.#telling.now();
		// only what says something else: the buttons in it stay the same buttons
		if (!isSame(notice, this.notice)) this.notice = notice;
		clearTimeout(this.#later);
		if (again !== undefined) this.#later = setTimeout(() => this.#refresh(), again);
	}
}

/** Opens a document to write in together; in a browser only. Close it with `destroy`. */
export const openDocument = (options: OpenOptions): LiveDocument =>
	new LiveDocument(options, browser());
