import { Reconnect } from './reconnect.ts';
import type { Surroundings } from './surroundings.ts';

const NIEUWS = 102;
const WELKOM = 103;
/** The server says something at least every 25 s; who hears nothing for this long has no line. */
const SILENCE_MS = 30_000;

interface ListenOptions {
	address: string;
	around: Pick<Surroundings, 'socket' | 'watchLine'>;
	/** The server let us in. */
	opened(): void;
	/** With the code when the server does so for good. */
	closed(ended?: number): void;
	/** A topic, as in docs/sync.md. */
	news(topic: string): void;
	/** All that comes in. */
	heard?(frame: Uint8Array<ArrayBuffer>): void;
}

/**
 * Hears what the server says about a live document without opening it: nothing is sent, nothing of
 * the text is kept, and nothing of Yjs is needed for it.
 */
export class Listener {
	#socket: WebSocket | undefined;
	#heardAt = 0;
	readonly #o: ListenOptions;
	readonly #line = new Reconnect(() => this.#open());
	readonly #unwatch: () => void;

	constructor(options: ListenOptions) {
		this.#o = options;
		this.#unwatch = options.around.watchLine({
			wake: (slept) => this.#wake(slept),
			lost: () => this.#closed(0, ''),
			look: () => this.#look(),
		});
		this.#line.now();
	}

	get isOpen(): boolean {
		return this.#socket?.readyState === 1;
	}

	send(frame: Uint8Array<ArrayBuffer>) {
		if (this.isOpen) this.#socket!.send(frame);
	}

	destroy() {
		this.#unwatch();
		this.#line.stop();
		this.#detach();
	}

	#open() {
		if (this.#socket) return;
		const socket = new this.#o.around.socket(this.#o.address);
		socket.binaryType = 'arraybuffer';
		socket.onmessage = ({ data }) => this.#read(new Uint8Array(data as ArrayBuffer));
		socket.onclose = ({ code, reason }) => this.#closed(code, reason);
		this.#socket = socket;
		this.#heardAt = Date.now();
	}

	#read(frame: Uint8Array<ArrayBuffer>) {
		this.#heardAt = Date.now();
		if (frame[0] === WELKOM) {
			this.#line.worked();
			this.#o.opened();
		}
		// a text behind its length, which for a topic is one byte
		if (frame[0] === NIEUWS) this.#o.news(new TextDecoder().decode(frame.subarray(2)));
		this.#o.heard?.(frame);
	}

	#look() {
		if (this.isOpen && Date.now() - this.#heardAt > SILENCE_MS) this.#closed(0, '');
	}

	#wake(slept: boolean) {
		if (slept) this.#closed(0, '');
		if (!this.isOpen) this.#line.wake();
	}

	#closed(code: number, reason: string) {
		this.#detach();
		this.#line.closed(code, reason);
		this.#o.closed(this.#line.ended);
	}

	#detach() {
		const socket = this.#socket;
		this.#socket = undefined;
		if (!socket) return;
		socket.onmessage = socket.onclose = null;
		socket.onerror = () => {};
		socket.close();
	}
}
