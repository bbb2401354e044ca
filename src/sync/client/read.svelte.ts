import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { documentName, SYNC_PATH, type DocumentName } from '../name.ts';
import { Listener } from './listen.ts';
import type { Surroundings } from './surroundings.ts';
import { watchLine } from './wakeup.ts';

const SYNC = 0;
const STEP_2 = 1;
/** "What is there?", of who has nothing: a step 1 with an empty state vector. */
const ALL_OF_IT = new Uint8Array([SYNC, 0, 1, 0]);
/** The history was taken out; what is there now comes anew. */
const OTHER_EPOCH = 4409;

interface ReadOptions extends DocumentName {
	/** The document is here, or something in it changed. */
	changed(doc: Y.Doc): void;
}

type Around = Pick<Surroundings, 'origin' | 'socket' | 'watchLine'>;
const browser = (): Around => ({
	origin: location.origin.replace(/^http/, 'ws'),
	socket: WebSocket,
	watchLine,
});

/**
 * A live document for who only reads it: nothing is kept on the device, nothing is written, and with
 * each line it begins anew. It weighs a third of what one needs to write.
 */
export class LiveReader {
	online = $state(false);
	/** The close code with which it ended for good; undefined as long as it goes on. */
	ended = $state<number>();

	readonly #o: ReadOptions;
	readonly #around: Around;
	#told: { topic: string; fn: () => void }[] = [];
	#listener: Listener;
	#doc = new Y.Doc();
	#hasAll = false;

	constructor(options: ReadOptions, around: Around = browser()) {
		this.#o = options;
		this.#around = around;
		this.#listener = this.#listen();
	}

	/** Runs when the server has news about what stands beside it. */
	on(topic: string, fn: () => void): () => void {
		const one = { topic, fn };
		this.#told.push(one);
		return () => (this.#told = this.#told.filter((other) => other !== one));
	}

	destroy() {
		this.#listener.destroy();
		this.#doc.destroy();
	}

	#listen(): Listener {
		const around = this.#around;
		return new Listener({
			address: around.origin + SYNC_PATH + documentName(this.#o),
			around,
			opened: () => this.#begin(),
			closed: (ended) => this.#closed(ended),
			news: (topic) => this.#told.forEach((one) => one.topic === topic && one.fn()),
			heard: (frame) => frame[0] === SYNC && this.#read(frame),
		});
	}

	/** Also said again on the same line, when the right changes: then there is nothing to ask. */
	#begin() {
		if (this.online) return;
		this.online = true;
		this.#doc.destroy();
		this.#doc = new Y.Doc();
		this.#hasAll = false;
		this.#listener.send(ALL_OF_IT);
	}

	#read(frame: Uint8Array<ArrayBuffer>) {
		const decoder = decoding.createDecoder(frame.subarray(1));
		const step = decoding.readVarUint(decoder);
		if (step !== STEP_2 && step !== STEP_2 + 1) return;
		Y.applyUpdate(this.#doc, decoding.readVarUint8Array(decoder));
		this.#hasAll ||= step === STEP_2;
		if (this.#hasAll) this.#o.changed(this.#doc);
	}

	#closed(ended: number | undefined) {
		this.online = false;
		if (ended !== OTHER_EPOCH) {
			this.ended = ended;
			return;
		}
		this.#listener.destroy();
		this.#listener = this.#listen();
	}
}
