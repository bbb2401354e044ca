import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Server } from './server.ts';

const message = (...parts: (number | Uint8Array)[]) => {
	const to = encoding.createEncoder();
	for (const part of parts)
		if (typeof part === 'number') encoding.writeVarUint(to, part);
		else encoding.writeVarUint8Array(to, part);
	return encoding.toUint8Array(to);
};

export interface ClientOptions {
	name: string;
	cookie: string;
	/** What carries it, when that is not the server itself. */
	port?: number;
	doc?: Y.Doc;
	/** Who does not come back has gone. */
	comesBack?: boolean;
	/** Reads and counts, and builds no document of it. */
	isLight?: boolean;
}

/** Somebody with a document open: says hello, types, receives, and comes back as y-websocket does. */
export class Client {
	readonly doc: Y.Doc;
	readonly server: Server;
	readonly options: ClientOptions;
	ws: WebSocket | undefined;
	isSynced = false;
	/** Update frames sent over this connection, and how many of those are on disk. */
	sent = 0;
	saved = 0;
	bytes = 0;
	readonly closes: number[] = [];
	readonly limits: string[] = [];
	/** People seen in the document, by client id. */
	readonly present = new Map<number, string>();
	#wasAsked = false;
	#tries = 0;
	#isGone = false;
	onMessage: (type: number) => void = () => {};
	readonly #mine: number;

	constructor(server: Server, options: ClientOptions) {
		this.server = server;
		this.options = options;
		this.doc = options.doc ?? new Y.Doc();
		this.#mine = this.doc.clientID;
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			// what is typed before the server asked is part of the answer
			if (origin !== this && this.#wasAsked) this.#send(update);
		});
		this.connect();
	}

	#send(update: Uint8Array) {
		this.sent++;
		this.ws?.send(message(0, 2, update));
	}

	connect() {
		const { name, cookie, port = this.server.port } = this.options;
		const ws = new WebSocket(`ws://127.0.0.1:${port}/sync/${name}`, {
			headers: {
				Cookie: cookie,
				Origin: this.server.origin,
				Host: `127.0.0.1:${this.server.port}`,
			},
			perMessageDeflate: false,
		});
		this.ws = ws;
		this.#wasAsked = false;
		this.sent = 0;
		this.saved = 0;
		ws.binaryType = 'nodebuffer';
		ws.on('open', () => {
			this.#tries = 0;
			ws.send(message(0, 0, Y.encodeStateVector(this.doc)));
			this.say();
		});
		ws.on('message', (data: Buffer) => ws === this.ws && this.#receive(data));
		ws.on('error', () => {});
		ws.on('close', (code) => ws === this.ws && this.#closed(code));
	}

	#closed(code: number) {
		this.isSynced = false;
		this.#wasAsked = false;
		this.closes.push(code);
		if (this.#isGone || this.options.comesBack === false || (code >= 4400 && code < 4500)) return;
		const delay = Math.min(2500, 100 * 2 ** this.#tries++) * (0.5 + Math.random() / 2);
		setTimeout(() => this.#isGone || this.connect(), delay).unref();
	}

	#receive(data: Buffer) {
		this.bytes += data.length;
		const from = decoding.createDecoder(data);
		const type = decoding.readVarUint(from);
		if (type === 0) this.#sync(from);
		else if (type === 1) this.#awareness(decoding.readVarUint8Array(from));
		else if (type === 100) this.saved = decoding.readVarUint(from);
		else if (type === 101) this.limits.push(decoding.readVarString(from));
		this.onMessage(type);
	}

	#sync(from: decoding.Decoder) {
		const step = decoding.readVarUint(from);
		const bytes = decoding.readVarUint8Array(from);
		if (step === 0) return this.#answer(bytes);
		if (!this.options.isLight) Y.applyUpdate(this.doc, bytes, this);
		if (step === 1) this.isSynced = true;
	}

	#answer(vector: Uint8Array) {
		this.#wasAsked = true;
		this.sent++;
		this.ws?.send(message(0, 1, Y.encodeStateAsUpdate(this.doc, vector)));
	}

	#awareness(bytes: Uint8Array) {
		const from = decoding.createDecoder(bytes);
		for (let n = decoding.readVarUint(from); n > 0; n--) {
			const client = decoding.readVarUint(from);
			decoding.readVarUint(from);
			const state = decoding.readVarString(from);
			if (state === 'null') this.present.delete(client);
			else this.present.set(client, state);
		}
	}

	/** Says that we are here. */
	say(state: unknown = { typing: false }) {
		const to = encoding.createEncoder();
		for (const n of [1, this.#mine, ++this.#clock]) encoding.writeVarUint(to, n);
		encoding.writeVarString(to, JSON.stringify(state));
		this.raw(message(1, encoding.toUint8Array(to)));
	}
	#clock = 0;

	raw(bytes: Uint8Array) {
		if (this.ws?.readyState === WebSocket.OPEN) this.ws.send(bytes);
	}

	/** Adds words at the end of a paragraph of our own. */
	type(words: string) {
		this.doc.transact(() => {
			const text = this.#text();
			text.insert(text.length, words);
		});
	}
	/** Takes away the last of what we typed. */
	takeBack(length: number) {
		const text = this.#text();
		text.delete(text.length - length, length);
	}
	#own: Y.XmlText | undefined;
	#text(): Y.XmlText {
		// who puts an older text back takes our paragraph away
		const paragraphItem = (this.#own?.parent as Y.XmlElement | null)?._item;
		if (this.#own && !paragraphItem?.deleted) return this.#own;
		const paragraph = new Y.XmlElement('paragraph');
		this.#own = new Y.XmlText();
		paragraph.insert(0, [this.#own]);
		this.doc.getXmlFragment('tekst').push([paragraph]);
		return this.#own;
	}

	text = () => textOf(this.doc);
	tokens = () => tokensOf(this.text());

	/** Everything we sent is on disk. */
	get isSaved() {
		return this.isSynced && this.saved >= this.sent;
	}

	leave() {
		this.#isGone = true;
		this.ws?.close();
	}

	/** Off the line, with the page still open. */
	unplug() {
		this.#isGone = true;
		this.ws?.terminate();
		this.isSynced = false;
		this.#wasAsked = false;
	}

	plugIn() {
		this.#isGone = false;
		this.connect();
	}
}

export const textOf = (doc: Y.Doc) =>
	doc
		.getXmlFragment('tekst')
		.toString()
		.replaceAll(/<[^>]*>/g, '\n');

/** Words of their own that drills type: `‹who-number›`. */
export const token = (who: string | number, n: number) => `‹${who}-${n}›`;
export const tokensOf = (text: string) => text.match(/‹[^›]*›/g) ?? [];

/** Waits until something is so; false when it is not within so many milliseconds. */
export async function until(isSo: () => boolean, ms = 10_000): Promise<boolean> {
	const end = performance.now() + ms;
	while (!isSo()) {
		if (performance.now() > end) return false;
		await wait(10);
	}
	return true;
}

/** Opens a document and waits for it. */
export async function join(server: Server, options: ClientOptions): Promise<Client> {
	const client = new Client(server, options);
	if (!(await until(() => client.isSynced, 20_000))) throw new Error('no sync within 20 s');
	return client;
}

/** Two who have the same document open: one to write, one to see it. */
export const joinTwo = async (server: Server, options: ClientOptions) =>
	[await join(server, options), await join(server, options)] as const;

/** What a fresh reader finds in a document. */
export async function read(server: Server, name: string, cookie: string) {
	const client = await join(server, { name, cookie });
	// what came in after the last whole state follows right behind it
	await wait(150);
	const text = client.text();
	client.leave();
	return text;
}
