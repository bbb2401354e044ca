import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { SyncRight } from '../kind.ts';
import { Pace } from './pace.ts';
import { firstPart } from './part.ts';
import { covers, mayWrite, type Clocks } from './saved.ts';

/** What is typed goes out at once; what a machine does faster than forty times a second, together. */
const UPDATE_MS = 25;
/** The server takes a message of 1 MiB, and 128 KiB a second: more goes in parts, with rest between. */
const WHOLE = 768 * 1024;
const PART = 384 * 1024;
const PART_BYTES_PER_MS = 100;

interface OutboxOptions {
	doc: Y.Doc;
	isOpen(): boolean;
	send(step: number, update: Uint8Array): void;
	/** An update went out, and with it everything that had changed until now; or only a part of it. */
	sent(isAll: boolean): void;
}

/**
 * What the server still has to get over one connection: first all it lacks, as the answer to its
 * question, then what changes. Nothing is sent before that question.
 */
export class Outbox {
	#has: Clocks | undefined;
	#right: SyncRight = 'lezen';
	#handedOver = false;
	#waiting: Uint8Array[] = [];
	/** Where the server is once it has the part that is under way. */
	#upTo: Clocks | undefined;
	#restUntil = 0;
	#next: ReturnType<typeof setTimeout> | undefined;
	readonly #updates = new Pace(UPDATE_MS, () => this.flush());
	readonly #o: OutboxOptions;

	constructor(options: OutboxOptions) {
		this.#o = options;
	}

	/** A new connection: nobody asked anything yet. */
	open() {
		this.keepBack();
		this.#has = undefined;
	}

	asked(has: Clocks) {
		this.#has = has;
		this.again();
	}

	/** From the server; who may write anew hands over what was kept back. */
	setRight(right: SyncRight) {
		this.#right = right;
		if (mayWrite(right)) this.#handOver();
		else this.keepBack();
	}

	/** Everything once more, after something was refused. */
	again() {
		this.keepBack();
		this.#handOver();
	}

	add(update: Uint8Array) {
		if (!this.#handedOver || !this.#o.isOpen()) return;
		this.#waiting.push(update);
		this.#updates.soon();
	}

	flush() {
		if (this.#waiting.length === 0 || !this.#o.isOpen()) return;
		const update = Y.mergeUpdates(this.#waiting);
		this.#waiting = [];
		if (update.length > WHOLE) return this.again();
		this.#o.send(messageYjsUpdate, update);
		this.#o.sent(true);
	}

	/** Nothing goes out any more; the next time all of it does. */
	keepBack() {
		this.#handedOver = false;
		this.#waiting = [];
		this.#updates.cancel();
		this.#upTo = undefined;
		clearTimeout(this.#next);
	}

	/** The server has this on disk. */
	saved(has: Clocks) {
		if (!this.#has) return;
		this.#has = new Map([...this.#has, ...has]);
		if (!this.#upTo || !covers(this.#has, this.#upTo)) return;
		this.#upTo = undefined;
		this.#next = setTimeout(() => this.#handOver(), this.#restUntil - performance.now());
	}

	#handOver() {
		const has = this.#has;
		if (this.#handedOver || this.#upTo || !mayWrite(this.#right)) return;
		if (!has || !this.#o.isOpen()) return;
		const update = Y.encodeStateAsUpdate(this.#o.doc, Y.encodeStateVector(new Map(has)));
		// of a proposal no part can be judged
		if (update.length > WHOLE && this.#right === 'schrijven') return this.#sendPart(update, has);
		this.#handedOver = true;
		this.#o.send(messageYjsSyncStep2, update);
		this.#o.sent(true);
	}

	/** The rest is for when the server has it: a part that is refused leaves no gap behind it. */
	#sendPart(all: Uint8Array, has: Clocks) {
		const { update, upTo } = firstPart(all, has, PART);
		this.#upTo = upTo;
		this.#restUntil = performance.now() + update.length / PART_BYTES_PER_MS;
		this.#o.send(messageYjsSyncStep2, update);
		this.#o.sent(false);
	}
}
