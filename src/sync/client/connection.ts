import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
	applyAwarenessUpdate,
	encodeAwarenessUpdate,
	removeAwarenessStates,
	type Awareness,
} from 'y-protocols/awareness';
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync';
import * as Y from 'yjs';
import { readMessage, type Message } from './messages.ts';
import { Outbox } from './outbox.ts';
import { Pace } from './pace.ts';
import type { Clocks } from './saved.ts';
import type { Surroundings } from './surroundings.ts';

const SYNC = 0;
const AWARENESS = 1;
const QUERY_AWARENESS = 3;
const CONNECT_MS = 10_000;
/** The server says something at least every 25 s; who hears nothing for this long has no line. */
const SILENCE_MS = 30_000;
const PROBE_MS = 4_000;
/** Where a caret is, ten times a second at most. */
const AWARENESS_MS = 100;
/** No code of the other side: this side gave up on the line. */
const LINE_LOST = 0;

export interface ConnectionEvents {
	opened(): void;
	/** The server told what it has, and asked for the rest. */
	asked(has: Clocks): void;
	/** An update went out, and with it everything that had changed until now; or only a part of it. */
	sent(isAll: boolean): void;
	/** What the server has came in. */
	synced(): void;
	/** One of our own. */
	message(message: Message): void;
	/** 0 for a line that was given up on. */
	closed(code: number, reason: string): void;
}

export interface ConnectionOptions {
	doc: Y.Doc;
	awareness: Awareness;
	address(): string;
	place: Pick<Surroundings, 'socket' | 'tellCaret'>;
	events: ConnectionEvents;
}

/**
 * One connection to one live document, in the protocol of y-websocket. What changes while there is
 * none goes along with the answer to the server's first question, so nothing is sent before that.
 */
export class Connection {
	#socket?: WebSocket;
	#heard = 0;
	#connecting?: ReturnType<typeof setTimeout>;
	#probing?: ReturnType<typeof setTimeout>;
	readonly outbox: Outbox;
	readonly #telling = new Pace(AWARENESS_MS, () => this.#tell());
	readonly #o: ConnectionOptions;

	constructor(options: ConnectionOptions) {
		this.#o = options;
		this.outbox = new Outbox({
			doc: options.doc,
			isOpen: () => this.isOpen,
			send: (step, update) => this.#sendSync(step, update),
			sent: (isAll) => options.events.sent(isAll),
		});
		options.awareness.on('update', this.#onAwareness);
	}

	get isOpen(): boolean {
		return this.#socket?.readyState === 1;
	}
	get isClosed(): boolean {
		return this.#socket === undefined;
	}

	open() {
		if (this.#socket) return;
		const socket = new this.#o.place.socket(this.#o.address());
		socket.binaryType = 'arraybuffer';
		this.#socket = socket;
		this.outbox.open();
		this.#connecting = setTimeout(() => this.close(), CONNECT_MS);
		socket.onopen = () => this.#opened();
		socket.onmessage = ({ data }) => this.#read(new Uint8Array(data as ArrayBuffer));
		socket.onclose = ({ code, reason }) => this.#ended(code, reason);
	}

	/** Not waiting for the other side, which may be gone. */
	close() {
		this.#ended(LINE_LOST, '');
	}

	destroy() {
		this.#o.awareness.off('update', this.#onAwareness);
		this.outbox.flush();
		this.#detach();
	}

	/** Whether the other side is still there: it answers at once, or the line is gone. */
	probe() {
		if (!this.isOpen || this.#probing) return;
		this.#send(QUERY_AWARENESS, () => {});
		this.#probing = setTimeout(() => this.close(), PROBE_MS);
	}

	/** Gives up on a line over which nothing comes any more. */
	closeWhenSilent() {
		if (this.isOpen && Date.now() - this.#heard > SILENCE_MS) this.close();
	}

	#opened() {
		clearTimeout(this.#connecting);
		this.#heard = Date.now();
		this.#o.events.opened();
		this.#sendSync(messageYjsSyncStep1, Y.encodeStateVector(this.#o.doc));
		// with a higher clock, or who saw me leave would not see me come back
		const { awareness } = this.#o;
		awareness.setLocalState(awareness.getLocalState());
	}

	#read(data: Uint8Array) {
		this.#heard = Date.now();
		clearTimeout(this.#probing);
		this.#probing = undefined;
		const decoder = decoding.createDecoder(data);
		const type = decoding.readVarUint(decoder);
		if (type === SYNC) this.#readSync(decoder);
		else if (type === AWARENESS)
			applyAwarenessUpdate(this.#o.awareness, decoding.readVarUint8Array(decoder), this);
		else if (type === QUERY_AWARENESS) this.#telling.now();
		else {
			const message = readMessage(type, decoder);
			if (message?.is === 'saved') this.outbox.saved(message.has);
			if (message) this.#o.events.message(message);
		}
	}

	#readSync(decoder: decoding.Decoder) {
		const type = decoding.readVarUint(decoder);
		const data = decoding.readVarUint8Array(decoder);
		if (type === messageYjsSyncStep1) {
			const has = Y.decodeStateVector(data);
			this.#o.events.asked(has);
			return this.outbox.asked(has);
		}
		this.#o.place.tellCaret();
		Y.applyUpdate(this.#o.doc, data, this);
		if (type === messageYjsSyncStep2) this.#o.events.synced();
	}

	#sendSync(step: number, data: Uint8Array) {
		this.#send(SYNC, (encoder) => {
			encoding.writeVarUint(encoder, step);
			encoding.writeVarUint8Array(encoder, data);
		});
	}

	#send(type: number, write: (encoder: encoding.Encoder) => void) {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, type);
		write(encoder);
		this.#socket?.send(encoding.toUint8Array(encoder));
	}

	/** Only of myself: what others do, they tell the server. */
	#onAwareness = (_changes: unknown, origin: unknown) => {
		if (origin === 'local') this.#telling.soon();
	};

	#tell() {
		if (!this.isOpen) return;
		const { awareness } = this.#o;
		this.#send(AWARENESS, (encoder) =>
			encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID])),
		);
	}

	#ended(code: number, reason: string) {
		if (!this.#socket) return;
		this.#detach();
		const { awareness } = this.#o;
		const others = [...awareness.getStates().keys()].filter((id) => id !== awareness.clientID);
		removeAwarenessStates(awareness, others, this);
		this.#o.events.closed(code, reason);
	}

	#detach() {
		clearTimeout(this.#connecting);
		clearTimeout(this.#probing);
		this.#probing = undefined;
		this.#telling.cancel();
		this.outbox.keepBack();
		const socket = this.#socket;
		this.#socket = undefined;
		if (!socket) return;
		socket.onopen = socket.onmessage = socket.onclose = null;
		socket.onerror = () => {};
		socket.close();
	}
}
