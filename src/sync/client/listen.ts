import { Reconnect } from './reconnect.ts';
import type { Surroundings } from './surroundings.ts';

const NIEUWS = 102;
const WELKOM = 103;

interface ListenOptions {
	address: string;
	around: Pick<Surroundings, 'socket' | 'watchLine'>;
	/** The server let us in. */
	opened(): void;
	closed(): void;
	/** A topic, as in docs/sync.md. */
	news(topic: string): void;
}

/**
 * Hears what the server says about a live document without opening it: nothing is sent, nothing of
 * the text is kept, and nothing of Yjs is needed for it.
 */
export class Listener {
	#socket: WebSocket | undefined;
	readonly #o: ListenOptions;
	readonly #line = new Reconnect(() => this.#open());
	readonly #unwatch: () => void;

	constructor(options: ListenOptions) {
		this.#o = options;
		this.#unwatch = options.around.watchLine({
			wake: (slept) => this.#wake(slept),
			lost: () => this.#closed(0, ''),
			look: () => {},
		});
		this.#line.now();
	}

	get isOpen(): boolean {
		return this.#socket?.readyState === 1;
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
	}

	#read(frame: Uint8Array) {
		if (frame[0] === WELKOM) {
			this.#line.worked();
			this.#o.opened();
		}
		// a text behind its length, which for a topic is one byte
		if (frame[0] === NIEUWS) this.#o.news(new TextDecoder().decode(frame.subarray(2)));
	}

	#wake(slept: boolean) {
		if (slept) this.#closed(0, '');
		if (!this.isOpen) this.#line.wake();
	}

	#closed(code: number, reason: string) {
		this.#detach();
		this.#o.closed();
		this.#line.closed(code, reason);
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
